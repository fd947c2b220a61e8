-- Functions that stand where they are used, called with what they probably get and with other values.
local function each(list, f, r)
  for i = 1, #list do r = f(list[i], r) end
  return r
end

local function apply(f, ...) return f(...) end

-- Integers, then floats, strings that are numbers, and tables with metamethods.
local sum = function(list) return each(list, function(v, r) return v + r end, 0) end
print(sum({1, 2, 3}), sum({1, 2.5, 3}), sum({"4", 5}))
local Money = {}
Money.__add = function(a, b)
  local x = type(a) == "table" and a.amount or a
  local y = type(b) == "table" and b.amount or b
  return setmetatable({amount = x + y}, Money)
end
print(sum({setmetatable({amount = 7}, Money), 8}).amount)
print(pcall(sum, {1, {}, 3}))
print(pcall(sum, {1, "x"}))

-- What a function holds may be of another type than what it is called with.
local function scale(list, factor, key)
  local offset = #list
  return each(list, function(v, r) r[#r + 1] = v[key] * factor + offset return r end, {})
end
print(table.concat(scale({{x = 1}, {x = 2}}, 3, "x"), " "))
print(table.concat(scale({{x = 1.5}, {x = "2"}}, 3, "x"), " "))
print(table.concat(scale({{7}, {8}}, 0.5, 1), " "))
print(pcall(scale, {{x = 1}, {y = 2}}, 3, "x"))
print(pcall(scale, {{x = 1}}, nil, "x"))
print(pcall(scale, {{x = 1}, 5}, 2, "x"))

-- Records, with fields missing or of other types here and there, and with shapes of their own.
local function points()
  local list = {}
  for i = 1, 12 do list[i] = {x = i * 7 % 5, y = i} end
  return list
end
local function show(list)
  local text = {}
  for i, p in ipairs(list) do text[i] = tostring(p.x) .. ":" .. tostring(p.y) end
  print(table.concat(text, " "))
end
local function by(a, b)
  if a.x ~= b.x then return a.x < b.x end
  return a.y > b.y
end
local list = points()
table.sort(list, function(a, b)
  if a.x ~= b.x then return a.x < b.x end
  return a.y > b.y
end)
show(list)
list = points()
list[3].x, list[5] = 1.5, {y = 5.5, x = 2}
table.sort(list, function(a, b)
  if a.x ~= b.x then return a.x < b.x end
  return a.y > b.y
end)
show(list)
list = points()
list[4].x = "four"
print(pcall(table.sort, list, by))
print(pcall(function()
  table.sort(list, function(a, b)
    if a.x ~= b.x then return a.x < b.x end
    return a.y > b.y
  end)
end))
list = points()
list[4] = nil
list[4] = setmetatable({y = 0}, {__index = function(_, k) return k == "x" and 3 or nil end})
table.sort(list, function(a, b)
  if a.x ~= b.x then return a.x < b.x end
  return a.y > b.y
end)
show(list)

-- The order function makes the list longer, or assigns a variable outside.
local numbers, calls = {5, 3, 9, 1, 7}, 0
table.sort(numbers, function(a, b) calls = calls + 1 return a > b end)
print(table.concat(numbers, " "), calls > 4)
table.sort(numbers, function(a, b) numbers[#numbers + 1] = 0 return a < b end)
print(numbers[1], numbers[5], #numbers > 5)
local floats = {2.5, -0.0, 0.0, 1e308, -1.5}
table.sort(floats, function(a, b) return a < b end)
print(floats[1], floats[2] == 0, floats[4], floats[5])
local words = {"pear", "apple", "fig", "10", "9", "", "apple\0", "apple"}
table.sort(words)
print(#words, words[1] == "", words[2], words[4], words[6] == "apple\0", words[8])
table.sort(words, function(a, b) return #a < #b or (#a == #b and a > b) end)
print(words[2], words[3], words[8] == "apple\0")
print(pcall(table.sort, {"a", 1, "b"}))
print(pcall(table.sort, {true, false, true}))
print(pcall(table.sort, {3, 2, 1}, function(a, b) error("stop", 0) end))
local stopped, steps = {4, 3, 2, 1}, 0
print(pcall(table.sort, stopped, function(a, b) steps = steps + 1 if steps == 3 then error({}) end return a < b end) == false, #stopped)
local frozen = setmetatable({3, 1, 2}, {__index = function() return 0 end, __newindex = function() error("no") end})
table.sort(frozen, function(a, b) return a < b end)
print(frozen[1], frozen[2], frozen[3])

-- Functions in loops hold what a variable had when they were made.
local made = {}
for i = 1, 3 do
  local text = i % 2 == 0 and "t" .. i or i * 1.5
  made[i] = function(n) return (n or 10) * i, text end
end
for i = 1, 3 do print(made[i](), made[i](2.5)) end
print(pcall(made[1], {}))
print(pcall(made[1], "z"))
print(apply(made[2], 4, 5, 6))
print(each({1, 2, 3}, function(v) if v < 3 then return v end end, 0), (each({}, function(v) return v end)))
