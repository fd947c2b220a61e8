-- Loops that give every element of a range one value.
local function show(t, n)
  local out = {}
  for i = 1, n or #t do out[#out + 1] = tostring(t[i]) end
  return #t .. ": " .. table.concat(out, " ")
end

local t = {}
for i = 1, 12 do t[i] = 0 end
for i = 2, 12, 3 do t[i] = 7 end
for i = 12, 1, -4 do t[i] = -1 end
print(show(t))
for i = 3, 5 do t[i] = 1.5 end
print(show(t))
for i = 1, #t do t[i] = false end
print(show(t))
local n, x = 6, "x"
for i = n, n + 2 do t[i] = x end
print(show(t))
for i = 10, 14 do t[i] = nil end
print(show(t, 12))
for i = 2, 8, 2 do t[i] = nil end
print(t[1], t[2], t[7], t[9])
for i = 1, 20 do t[i] = true end
print(show(t))
for i = #t, 1, -1 do t[i] = nil end
print(#t, next(t))
for i = 5, 1 do t[i] = 1 end
for i = 1, 5, -1 do t[i] = 1 end
print(#t, next(t))

-- From zero and below, beyond the end, and when the elements are elsewhere.
local a = {}
for i = -2, 3 do a[i] = 9 end
print(a[-2], a[0], #a, a[4])
for i = 6, 8 do a[i] = 2 end
print(a[5], a[6], a[8])
for i = 4, 5 do a[i] = 1 end
print(#a, show(a))
local b = { n = 1 }
for i = 3, 1, -1 do b[i] = 4 end
print(#b, show(b), b.n)
for i = math.maxinteger - 2, math.maxinteger - 1 do b[i] = 5 end
print(b[math.maxinteger - 1], b[math.maxinteger - 2], b[math.maxinteger - 3])

-- Sieve by every way to clear.
local function sieve(n, empty)
  local s = {}
  for i = 1, n do s[i] = true end
  local i = 2
  while i * i <= n do
    if s[i] then
      for j = i * i, n, i do s[j] = empty end
    end
    i = i + 1
  end
  local sum = 0
  for k = 2, n do
    if s[k] then sum = sum + k end
  end
  return sum
end
local function unset(n)
  local s = {}
  for i = 2, n do s[i] = 1 end
  for i = 2, n do
    if s[i] then
      for j = i * i, n, i do s[j] = nil end
    end
  end
  local sum = 0
  for k = 2, n do
    if s[k] then sum = sum + k end
  end
  return sum
end
print(sieve(1000, false), sieve(1000, nil), unset(1000), sieve(100, false), sieve(3, false), sieve(0, false))

-- Metatables, frozen steps and errors.
local log = {}
local watched = setmetatable({ 1, 2 }, { __newindex = function(self, k, v)
  log[#log + 1] = k
  rawset(self, k, v)
end })
for i = 1, 4 do watched[i] = 3 end
for i = 4, 3, -1 do watched[i] = nil end
for i = 3, 5 do watched[i] = nil end
print(table.concat(log, " "), #watched)
local object = setmetatable({}, { __index = function() return "none" end })
for i = 1, 3 do object[i] = 8 end
for i = 2, 3 do object[i] = nil end
print(object[1], object[2], object[3], object[4])
local function stop(list, v)
  for i = 1, 3 do list[i] = v end
  return show(list)
end
print(stop({}, 1), stop({ 1, 2 }, "s"), stop({ true, false, true, true }, false))
print(pcall(stop, nil, 1))
print(pcall(stop, 5, 1))
print(pcall(stop, setmetatable({ 1 }, { __newindex = function() error("no more", 0) end }), 1))
local function step(list, by)
  for i = 1, 3, by do list[i] = 1 end
  return #list
end
print(step({}, 1), step({}, 2), step({}, -1))
print(pcall(step, {}, 0))

-- The value is read anew each time when it can change.
local current = 1
local changing = setmetatable({}, { __newindex = function(self, k, v)
  current = current * 2
  rawset(self, k, v)
end })
for i = 1, 4 do changing[i] = current end
print(show(changing))
for i = 1, 3 do changing[i] = i end
print(show(changing))

-- By hand, in a general function.
local function fill(list, first, last, value)
  for i = first, last do list[i] = value end
  return list
end
print(show(fill({}, 1, 4, 2.5)), show(fill({ 1, 2, 3, 4 }, 2, 3, 2.5)), show(fill({}, 1, 3, {}), 0))
print(pcall(fill, {}, 1, {}, 1))
print(show(fill({}, 1, 3.9, 6)), fill({}, 1.0, 2.0, 6)[2])
