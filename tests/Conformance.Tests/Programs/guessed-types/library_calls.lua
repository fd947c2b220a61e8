-- Library functions that are called without a look-up: usual arguments, and all that is unusual.
local function outcome(...)
  return (pcall(...)), (select(2, pcall(...)))
end

local function bytes(s, n)
  local out = {}
  for i = -n, n do
    local b = s:byte(i)
    out[#out + 1] = tostring(b)
  end
  return table.concat(out, " ")
end
print(bytes("abc", 4))
print(bytes("", 1))
print(select("#", ("abc"):byte(9)), select("#", string.byte("abc", 1)))
print(("abc"):byte("2"), string.byte("abc", 2.0), (string.byte("abc")))
print(outcome(function() return ("abc"):byte({}) end))
print(outcome(function(s) return s:byte(1) end, nil))
print(outcome(function(s) return string.byte(s, 1) end, true))
print(outcome(function(s) return string.byte(s, 1) end, 42))

local function hash(s)
  local h = 5381
  for i = 1, #s do h = (h * 33 + s:byte(i)) % 4294967296 end
  return h
end
print(hash("hello"), hash(""), hash("a\0b\255"))

local function pieces(s, n)
  local out = {}
  for i = -n, n do
    for j = -n, n do out[#out + 1] = s:sub(i, j) end
    out[#out + 1] = string.sub(s, i)
  end
  return table.concat(out, "|")
end
print(pieces("abcd", 5))
print(("abc"):sub(math.mininteger, math.maxinteger), ("abc"):sub(math.maxinteger), ("abc"):sub(0), ("abc"):len())
print(outcome(function(s) return s:sub() end, "x"))
print(outcome(function(s) return s:sub("x") end, "x"))
print(outcome(function(s) return s:sub(1.5) end, "x"))

local function letters(first, last)
  local out = {}
  for c = first, last do out[#out + 1] = string.char(c) end
  return table.concat(out)
end
print(letters(65, 70))
print(outcome(letters, 255, 256))
print(outcome(letters, -1, 2))
print(string.char(), string.char(72, 105), #string.char(0))

local values = { 3, 3.7, -3.7, "5.5", 2 ^ 53, 2 ^ 70, -0.0, 1 / 0 }
for i = 1, #values do
  local x = values[i]
  print(math.floor(x), math.ceil(x), math.abs(x), pcall(function() return math.max(x, 4), math.min(4, x) end))
end
for _, x in ipairs({ {}, "x", true }) do
  print(outcome(function() return math.floor(x) end))
  print(outcome(function() return math.ceil(x) end))
  print(outcome(function() return math.abs(x) end))
  print(outcome(function() return math.sqrt(x) end))
  print(outcome(function() return math.max(x, 1) end))
  print(outcome(function() return math.min(1, x) end))
end
print(outcome(function(x) return math.floor(x) end))
print(math.max(1, 2.5), math.max(2, 2.0), math.min(2.0, 2), math.max(1, 2, 3), math.min(1.5, 0.5, 2.5))
print(math.sqrt(16), math.sqrt("16"))

local function kinds(...)
  local out = {}
  for i = 1, select("#", ...) do
    local v = select(i, ...)
    if type(v) == "number" then out[i] = "n" elseif type(v) == "nil" then out[i] = "nil" else out[i] = type(v) end
  end
  return table.concat(out, " ")
end
print(kinds(1, 1.5, nil, "x", {}, print, true, coroutine.create(print)))
print(outcome(function() return type() end))

-- setmetatable
local Point = {}
Point.__index = Point
local function new(x) return setmetatable({ x = x }, Point) end
function Point:double() return self.x * 2 end
print(new(4):double(), getmetatable(new(1)) == Point, select("#", new(1)))
print(getmetatable(setmetatable({}, nil)))
print(outcome(function() return setmetatable({}, 1) end))
print(outcome(function() return setmetatable(1, {}) end))
print(outcome(function() return setmetatable(setmetatable({}, { __metatable = "no" }), {}) end))
local closed = setmetatable({}, { __metatable = "locked" })
print(getmetatable(closed))

-- table.insert and table.remove
local function stack(n)
  local t = {}
  for i = 1, n do table.insert(t, i * i) end
  local out = {}
  while #t > 0 do table.insert(out, table.remove(t)) end
  return table.concat(out, " ") .. tostring(table.remove(t)) .. #t
end
print(stack(5))
print(outcome(function() table.insert(nil, 1) end))
print(outcome(function() table.insert({}, 1, 2, 3) end))
print(outcome(function() return table.remove(1) end))
local t = { 1, 2, 3 }
table.insert(t, nil)
print(#t, table.remove(t), table.remove(t), table.remove(t), table.remove(t), #t)
local seen = {}
local watched = setmetatable({}, { __newindex = function(self, k, v) seen[#seen + 1] = k; rawset(self, k, v) end, __len = function() return 7 end })
table.insert(watched, "x")
print(seen[1], rawget(watched, 8))
local mixed = { 1, 2 }
table.insert(mixed, "three")
table.insert(mixed, 4.5)
print(table.concat(mixed, " "), table.remove(mixed), table.remove(mixed), #mixed)
