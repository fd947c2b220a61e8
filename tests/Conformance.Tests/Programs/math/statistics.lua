-- Mean, variance, median, mode, correlation.
local data = { 4, 8, 15, 16, 23, 42, 8 }
local function mean(t) local s = 0 for _, v in ipairs(t) do s = s + v end return s / #t end
local function variance(t) local m, s = mean(t), 0 for _, v in ipairs(t) do s = s + (v - m) ^ 2 end return s / #t end
local function median(t)
  local c = { table.unpack(t) }
  table.sort(c)
  local n = #c
  if n % 2 == 1 then return c[n // 2 + 1] end
  return (c[n // 2] + c[n // 2 + 1]) / 2
end
local function mode(t)
  local f, best = {}, nil
  for _, v in ipairs(t) do f[v] = (f[v] or 0) + 1 if not best or f[v] > f[best] then best = v end end
  return best, f[best]
end
print(string.format("%.4f %.4f %.4f", mean(data), variance(data), variance(data) ^ 0.5))
print(median(data), median { 1, 2, 3, 4 }, mode(data))
