-- Elements, fields and results that have one type nearly always, and another one in the middle of a loop.
local function sum(t, n)
  local s = 0.0
  for i = 1, n do
    s = s + t[i] * 2
  end
  return s
end

local floats, mixed, holes = {}, {}, {}
for i = 1, 6 do
  floats[i] = i + 0.5
  mixed[i] = i + 0.5
  holes[i] = i + 0.25
end
mixed[4] = 7
mixed[5] = "8"
print(sum(floats, 6), sum(mixed, 6), sum(floats, 3))
holes[3] = nil
print(pcall(sum, holes, 6))
print(pcall(sum, floats, 7))
print(pcall(sum, nil, 1))
print(sum(floats, 3.5), sum(floats, 0))

-- Metatables that appear late, with functions that count their calls.
local calls = 0
local lazy = setmetatable({}, { __index = function(_, k) calls = calls + 1 return k / 2 end })
print(sum(lazy, 5), calls)
local behind = setmetatable({ 1.5, 2.5 }, { __index = { 0.0, 0.0, 3.5, 4.5 } })
print(sum(behind, 4))

-- Nested loops: the outer one goes on after the inner one has met another type.
local function product(a, b, n)
  local rows = {}
  for i = 1, n do
    local row = {}
    for j = n, 1, -1 do
      local acc = 0.0
      local k = 1
      while k <= n do
        acc = acc + a[i][k] * b[k][j]
        k = k + 1
      end
      row[j] = acc
    end
    rows[i] = row
  end
  return rows
end

local function matrix(n, f)
  local m = {}
  for i = 1, n do
    m[i] = {}
    for j = 1, n do m[i][j] = f(i, j) end
  end
  return m
end

local function show(m)
  for i = 1, #m do print(table.concat(m[i], " ")) end
end

local a = matrix(3, function(i, j) return i + j / 4 end)
local b = matrix(3, function(i, j) return i * j + 0.5 end)
show(product(a, b, 3))
b[2][3] = 4
show(product(a, b, 3))
b[2][3] = "0x10"
show(product(a, b, 3))
b[3] = setmetatable({}, { __index = function(_, j) return j end })
show(product(a, b, 3))
b[3] = nil
print(pcall(product, a, b, 3))

-- Fields.
local function new(x, y) return { x = x, y = y, n = 0 } end

local function move(p, dx)
  p.x = p.x + dx
  p.y = p.y - dx
  p.n = p.n + 1
  return p.x * p.y
end

local points = { new(1.5, 2.5), new(0.5, 4.25), new(-1.0, 3.0) }
for round = 1, 4 do
  for i, p in ipairs(points) do print(i, move(p, round + 0.5), p.n) end
  if round == 2 then points[2].x = 3 end
  if round == 3 then points[3].n = points[3].n + 0.0 end
end
points[1].y = nil
print(pcall(move, points[1], 1.5))
print(points[1].x, points[1].n)

-- Integers: overflow, float results, bits.
local function mix(t)
  local h = 17
  for i = 1, #t do
    h = h * 31 + t[i]
    h = h ~ (h >> 7)
  end
  return h
end

local ints = {}
for i = 1, 40 do ints[i] = i * 1234567 end
print(mix(ints))
ints[20] = math.maxinteger
print(mix(ints))
ints[20] = 2.0 ^ 53
print(mix(ints))
ints[20] = 0.5
print(pcall(mix, ints))

-- Lengths that a metamethod decides.
local function last(t)
  local n = #t
  return n, t[n]
end
print(last({ 1, 2, 3 }))
print(last(setmetatable({ 1, 2, 3 }, { __len = function() return 2 end })))
print(last("abc"))

-- Results of math.floor that are no integers.
local function cells(x, y)
  local i = math.floor(x)
  local j = math.ceil(y)
  return i + j, i, j
end
print(cells(1.5, 2.5))
print(cells(-0.0, -0.5))
print(cells(1e300, 2.5))
print(cells(3, 1 / 0))
print(pcall(cells, "a", 1.0))

-- Values that change with each step of the loop, and leave by break, goto and return.
local function search(t, wanted)
  local found = 0.0
  for i = 1, #t do
    if t[i] > wanted then goto continue end
    found = found + t[i]
    if found > 100 then return "much", i end
    if t[i] == 0 then break end
    ::continue::
  end
  return found
end
print(search({ 1.5, 2.5, 3.5 }, 3.0))
print(search({ 1.5, 2, 3.5 }, 3.0))
print(search({ 1.5, 99, 3.5 }, 300.0))
print(search({ 1.5, 0, 3.5 }, 300.0))
print(pcall(search, { 1.5, {}, 3.5 }, 300.0))

-- repeat sees the locals of its body; elseif conditions are evaluated only when they are reached.
local function descend(t)
  local i = #t
  local s = 0.0
  repeat
    local v = t[i] + 0.5
    s = s + v
    i = i - 1
  until i == 0 or v < t[1]
  if s < 1 then
    return "small"
  elseif t[1] < 2 then
    return "middle", s
  elseif t[2] < 3 then
    return "large", s
  end
  return s
end
print(descend({ 1.5, 2.5, 3.5 }))
print(descend({ 5, 2.5, 3.5 }))
print(descend({ 5.0, "2", 3.5 }))
print(pcall(descend, { 5.0, {}, 3.5 }))
print(descend({ 0.0 }))
print(descend({ 2.0, 3.0, 1 }))

-- A copy that is always left is not entered any more, and gives the same.
for i = 1, 30 do
  local t = { 1.5, i, 2.5 }
  if i % 10 == 0 then print(sum(t, 3)) end
end
