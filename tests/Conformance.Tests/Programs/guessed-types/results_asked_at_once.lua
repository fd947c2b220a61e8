-- Variables that get several results of a call, whose types are asked for when all have come.
local function divide(a, b) return a // b, a % b end
local function digits(n)
  local sum, count = 0, 0
  while n > 0 do
    local q, r = divide(n, 10)
    sum = sum + r
    count = count + 1
    n = q
  end
  return sum, count
end
print(digits(123456))
print(digits(98.0))
print(pcall(digits, "77"))

local function rotate(x, y, z)
  return x * 0.5 - y * 0.25, y * 0.5 + z * 0.25, z * 0.5 - x * 0.25
end
local function spin(n, x, y, z)
  for i = 1, n do
    x, y, z = rotate(x, y, z)
  end
  return x, y, z
end
print(spin(3, 1.0, 2.0, 4.0))
print(spin(3, 1, 2, 4))
print(spin(0, "a", nil, true))
print(pcall(spin, 1, 1.0, nil, 2.0))
print(pcall(spin, 1, 1.0, "x", 2.0))

-- results that are of another type from some point on, or fewer
local function step(i)
  if i < 4 then return i, i * 2, "s" .. i end
  if i < 6 then return i + 0.5, tostring(i) end
  if i < 7 then return i end
  return "end", i, {}
end
local function follow(n)
  local out = {}
  for i = 1, n do
    local a, b, c = step(i)
    out[#out + 1] = tostring(a) .. "/" .. tostring(b) .. "/" .. type(c)
    if type(a) == "number" then a = a + 1 end
    out[#out + 1] = tostring(a)
  end
  return table.concat(out, " ")
end
print(follow(3))
print(follow(8))

local function add(n)
  local a, b = 0, 0
  for i = 1, n do
    a, b = step(i)
    a = a + 1
    b = b + a
  end
  return a, b
end
print(add(3))
print(add(5))
print(pcall(add, 6))
print(pcall(add, 8))

-- some values before the call, others cut off or filled up
local function both(i) return i, i + 1 end
local function mixed(n)
  local s = 0
  for i = 1, n do
    local a, b, c, d = i * 2, both(i)
    local e, f = both(i), 10
    local g = both(i)
    s = s + a * b * c + e + f + g
    if d ~= nil then return "d" end
    a, b = b, a
    b, c = both(b)
    s = s + a + b + c
  end
  return s
end
print(mixed(5), mixed(0), mixed(1))

-- the same variable twice, and fields and elements among variables
local function targets(n)
  local t, a, b = { x = 0 }, 1, 2
  for i = 1, n do
    a, a = both(i)
    t.x, b = both(a)
    b, t[i] = both(b)
    a = a + t.x + b + t[i]
  end
  return a, b, t.x, #t
end
print(targets(1), targets(4))

-- variables that an inner function has changed, and one that it holds
local function held(n)
  local total, last = 0, 0
  local function take(v) total = total + v return total, v end
  for i = 1, n do
    total, last = take(i)
    total = total + last
  end
  local function get() return total end
  return total, last, get()
end
print(held(4))

-- methods
local Point = {}
Point.__index = Point
function Point.new(x, y) return setmetatable({ x = x, y = y }, Point) end
function Point:get() return self.x, self.y end
local function length(list)
  local s, px, py = 0, 0, 0
  for i = 1, #list do
    local x, y = list[i]:get()
    s = s + (x - px) * (x - px) + (y - py) * (y - py)
    px, py = x, y
  end
  return s
end
print(length({ Point.new(1, 2), Point.new(3, 4) }))
print(length({ Point.new(1.5, 2), Point.new(3, 4.5) }))
print(pcall(length, { Point.new(1, 2), Point.new(3) }))
print(length({ Point.new(1, "2"), Point.new("3", 4) }))
