-- Every combination of integer and float starts, limits and steps: infinities, NaN, the ends of the integers, the sizes where floats lose integers.
local function run(first, last, step)
  local out = {}
  for i = first, last, step do
    out[#out + 1] = tostring(i)
    if #out >= 4 then break end
  end
  return table.concat(out, " ")
end
local nan, inf = 0 / 0, math.huge
local ends = { 1, 1.0, 3, 3.5, -3, -3.5, 0, nan, inf, -inf, 2^53, -2^63, 2^63, 0.1, 1e308, math.mininteger + 9, math.maxinteger - 9 }
local steps = { 1, -1, 1.0, -1.0, 0.5, 2, -2, nan, inf, -inf, 0.0 }
for _, first in ipairs(ends) do
  for _, last in ipairs(ends) do
    for _, step in ipairs(steps) do print(first, last, step, run(first, last, step)) end
  end
end
-- A NaN limit known at compile time.
for i = 1, 0 / 0, -1 do print(i) break end
for i = 1, 0 / 0 do print("never", i) end
for i = 0 / 0, 1 do print("never", i) end
-- Float steps add up, one rounding each.
for i = 0, 1, 0.1 do print(string.format("%.17g", i)) end
for i = -1, 1, 0.3 do print(string.format("%.17g", i)) end
local n = 0
for _ = 0, 1, 0.0001 do n = n + 1 end
print(n)
