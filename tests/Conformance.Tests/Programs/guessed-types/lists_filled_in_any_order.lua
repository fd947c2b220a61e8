-- Lists without holes that had some while they were filled.
local function shuffled(n)
  local order, seed = {}, 5
  for i = 1, n do order[i] = i end
  for i = n, 2, -1 do
    seed = (seed * 16807) % 2147483647
    local j = seed % i + 1
    order[i], order[j] = order[j], order[i]
  end
  return order
end
local function fill(order, value)
  local t = {}
  for i = 1, #order do t[order[i]] = value(order[i]) end
  return t
end
local function sum(t, n)
  local s = 0
  for i = 1, n do s = s + t[i] end
  return s
end
local function scale(t, n, k)
  for i = 1, n do t[i] = t[i] * k end
end
local function downwards(n)
  local t = {}
  for i = n, 1, -1 do t[i] = i end
  return t
end
for _, n in ipairs {3, 10, 100, 3000} do
  local order = shuffled(n)
  local t = fill(order, function(i) return i end)
  print(sum(t, n), #t)
  scale(t, n, 3)
  print(sum(t, n), t[1], t[n])
  local f = fill(order, function(i) return i / 2 end)
  print(sum(f, n), #f)
  scale(f, n, 0.5)
  print(sum(f, n), f[1], f[n])
  t[n // 2 + 1] = 0.5
  print(sum(t, n))
  t[n // 2 + 1] = 1
  print(sum(t, n))
  for _ = 1, 20 do
    t[n // 2 + 1] = nil
    t[n // 2 + 1] = 2
    if sum(t, n) < 0 then print("never") end
  end
  print(sum(t, n))
  print(sum(downwards(n), n), #downwards(n))
  local words = fill(order, function(i) return "w" .. i end)
  local length = 0
  for i = 1, n do length = length + #words[i] end
  print(length)
end
-- from place 2 on, with other kinds, and with a hole that stays
local function least(n)
  local factor = {}
  for i = 2, n do factor[i] = i end
  for i = 2, n do
    if factor[i] == i then
      for j = i * i, n, i do if factor[j] == j then factor[j] = i end end
    end
  end
  local s = 0
  for i = 2, n do s = s + factor[i] end
  return s, factor[1], factor[n]
end
print(least(100))
print(least(5000))
local mixed = fill(shuffled(50), function(i) return i % 2 == 0 and i or i + 0.5 end)
print(sum(mixed, 50))
local holed = fill(shuffled(50), function(i) return i end)
holed[25] = nil
print(pcall(sum, holed, 50))
