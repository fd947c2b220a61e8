-- Loops that read and store elements of lists, whose elements may come to lie elsewhere in the middle of the loop. What select gives may be anything, so
-- that the types of the other values are all that is known of the lists.
local function show(name, list, n)
  local parts = {}
  for i = 1, n or #list do parts[i] = tostring(list[i]) end
  print(name, table.concat(parts, " "))
end

local function numbers(n, step)
  local t = {}
  for i = 1, n do t[i] = i * step end
  return t
end

local function halves(n)
  local t = {}
  for i = 1, n do t[i] = i * 0.5 end
  return t
end

-- The same list under two names: one grows while the other is read and stored.
local function double(a, b, n)
  for i = 1, n do
    b[n + i] = a[i] + 1
    a[i] = a[i] * 2
  end
end
local list = numbers(5, 1)
double(list, list, 5)
show("grown", select(1, list))
local first, second = numbers(5, 1), numbers(5, 10)
double(first, second, 5)
show("first", select(1, first))
show("second", select(1, second))

-- Elements of another kind arrive in the middle.
local function mix(ints, floats, n)
  local sum = 0
  for i = 1, n do
    floats[i] = i + 0.5
    sum = sum + ints[i]
  end
  return sum
end
print("mix", mix(numbers(6, 3), halves(6), 6))
local both = select(1, numbers(6, 3))
print("mix one", mix(select(1, both), select(1, both), 6))
show("mixed", select(1, both))
for _ = 1, 20 do
  local t = select(1, numbers(4, 1))
  mix(select(1, t), select(1, t), 4)
end
print("mix again", mix(numbers(6, 3), halves(6), 6))

-- A metamethod changes the lists that the loop is in.
local function store(target, source, n)
  local sum = 0
  for i = 1, n do
    target[i] = source[i] * 2
    sum = sum + source[i]
  end
  return sum
end
print("store", store(numbers(9, 1), numbers(4, 1), 4))
local source = select(1, numbers(4, 1))
local watched = setmetatable({}, { __newindex = function(t, k, v)
  rawset(t, k, v)
  rawset(source, k, 100)
  rawset(source, #source + 1, 7)
end })
print("watched", store(select(1, watched), source, 4))
show("source", select(1, source))
source = select(1, numbers(4, 1))
local cutter = setmetatable({}, { __newindex = function(t, k, v)
  rawset(source, #source, nil)
end })
print("cut", pcall(store, select(1, cutter), source, 4))
show("left", select(1, source))
source = select(1, numbers(4, 1))
local spoiler = setmetatable({}, { __newindex = function(t, k, v)
  rawset(source, k, "9")
end })
print("spoilt", store(select(1, spoiler), source, 4))
show("spoilt", select(1, source))
print("not indexed", pcall(store, select(1, setmetatable({}, { __newindex = select(1, 1) })), numbers(4, 1), 4))

-- Shifting reads the nil behind the end, and clears the last element.
local function shift(t, n)
  for i = 1, n do t[i] = t[i + 1] end
end
local function insert(t, v)
  local j = #t
  while j > 0 and t[j] > v do
    t[j + 1] = t[j]
    j = j - 1
  end
  t[j + 1] = v
end
local queue = numbers(6, 2)
shift(queue, #queue)
show("shifted", select(1, queue))
print("length", #queue)
shift(queue, 20)
print("length", #queue, queue[1])
local sorted = {}
for _, v in ipairs({ 5, 3, 8, 1, 9, 2 }) do insert(sorted, v) end
show("sorted", select(1, sorted))
insert(sorted, select(1, 4.5))
insert(sorted, 0)
show("sorted", select(1, sorted))
local proxy = select(1, setmetatable({ 1, 2, 3 }, { __index = function(_, k) return k * 100 end }))
shift(proxy, 5)
show("proxy", select(1, proxy), 6)

-- Rows.
local function total(grid, i, n)
  local sum = 0
  for j = 1, n do sum = sum + grid[i][j] * grid[i + 1][j] end
  return sum
end
local grid = { numbers(4, 1), numbers(4, 2), numbers(4, 3) }
print("rows", total(grid, 1, 4), total(grid, 2, 4), total(grid, 7, 0))
print("no row", pcall(total, grid, 3, 4))
print("short row", pcall(total, { numbers(4, 1), numbers(2, 1) }, 1, 4))
print("odd row", pcall(total, { numbers(4, 1), select(1, { 1, "2", 3.5, 4 }) }, 1, 4))
print("no table", pcall(total, { numbers(4, 1), select(1, 5) }, 1, 4))
local function scale(grid, i, n)
  for j = 1, n do
    grid[i][j] = grid[i][j] * 3 + grid[i + 1][1]
  end
end
scale(grid, 2, 4)
show("scaled", select(1, grid[2]))
scale(grid, 2, 4)
show("scaled", select(1, grid[2]))
local other = select(1, numbers(6, 1000))
grid[1] = select(1, setmetatable({ 1, 2 }, { __index = function(_, k) return k end, __newindex = function(t, k, v)
  rawset(t, k, v)
  rawset(grid, 2, other)
end }))
scale(grid, 1, 6)
show("replaced", select(1, grid[1]))
grid[1] = select(1, setmetatable({ 1, 2 }, { __index = function(_, k) return k end, __newindex = function(t, k, v) rawset(grid, 1, nil) end }))
print("lost", pcall(scale, grid, 1, 6))

-- Keys that are no place in a list.
local function at(t, from, to, by)
  local sum = 0
  for k = from, to, 1 do sum = sum + t[k + by] end
  return sum
end
local shifted = { [0] = 10, 20, 30, 40, [-1] = 5 }
print("keys", at(shifted, 1, 3, 0), at(shifted, 1, 3, -1), at(shifted, 0, 2, -1), at(shifted, 1, 2, 1))
print("far", pcall(at, shifted, math.maxinteger - 1, math.maxinteger, 0))
print("least", pcall(at, shifted, math.mininteger, math.mininteger + 1, 0))
print("wrapped", pcall(at, shifted, 1, 2, math.maxinteger))

-- Holes and lists of several kinds.
local function sum(t, n)
  local s = 0
  local i = 1
  repeat
    s = s + t[i]
    i = i + 1
  until i > n or t[i] == 99
  return s
end
local holes = numbers(8, 1)
holes[3] = select(1, nil)
print("holes", pcall(sum, holes, 8))
holes[3] = 3
print("filled", sum(holes, 8))
print("stop", sum({ 1, 2, 99, 4 }, 4))
print("kinds", sum({ 1, select(1, 2.5), 3 }, 3), sum({ 1, 2, 3 }, 3), pcall(sum, { 1, select(1, "x"), 3 }, 3))
print("empty", pcall(sum, {}, 3))

-- Ways out of the loop.
local function find(t, wanted, n)
  for i = 1, n do
    if t[i] == wanted then return i, t[i] * 2 end
    if t[i] > 50 then goto continue end
    if t[i] < 0 then break end
    if t[i] == 13 then error("unlucky " .. i) end
    t[i] = t[i] + 1
    ::continue::
  end
  return 0, 0
end
local places = { 60, 5, 6, -1, 7 }
print("find", find(places, 6, 5), find(places, 7, 5), pcall(find, { 1, 13 }, 2, 2))
show("places", select(1, places))

-- Strings and tables.
local function longest(words, n)
  local best = ""
  for i = 1, n do
    if words[i] > best then best = words[i] end
  end
  return best
end
print("words", longest({ "b", "d", "a" }, 3), pcall(longest, { "b", select(1, 4), "a" }, 3))
local function ages(people, n)
  local s = 0
  for i = 1, n do
    s = s + people[i].age
    people[i].age = people[i].age + 1
  end
  return s
end
local ann = { age = 3 }
print("ages", ages({ ann, { age = 4 }, ann }, 3), ann.age)

-- Two values change places.
local function reverse(t, n)
  local i, j = 1, n
  while i < j do
    t[i], t[j] = t[j], t[i]
    i, j = i + 1, j - 1
  end
end
local row = numbers(7, 1)
reverse(row, 7)
show("reversed", select(1, row))
reverse(row, 8)
show("with nil", select(1, row), 8)

-- Ranges within a list and beyond it.
local function range(t, from, to)
  local s = 0
  for i = from, to do s = s + t[i] end
  return s
end
local function count(t, wanted, to)
  local n = 0
  for i = 1, to do
    if t[i] == wanted then return i, n end
    if t[i] > 2 and t[i] < 100 then n = n + 1 end
  end
  return 0, n
end
local tens = numbers(9, 10)
print("range", range(tens, 1, 9), range(tens, 3, 4), range(tens, 5, 4), range(tens, 9, 9), range(tens, 10, 9), range({}, 1, 0))
for _, ends in ipairs({ { 1, 10 }, { 0, 9 }, { -3, 2 }, { math.mininteger, 1 }, { math.maxinteger, math.maxinteger }, { 9, math.maxinteger } }) do
  print("beyond", pcall(range, tens, ends[1], ends[2]))
end
rawset(tens, 0, 1)
rawset(tens, 10, 100)
print("wider", range(tens, 0, 10), range(tens, 1, 10))
print("count", count(tens, 50, 9), count(tens, 50, 5), count(tens, 20, math.maxinteger), count(tens, 11, 10))
print("count beyond", pcall(count, tens, 11, 12))
local function dot(rows, i, j, n)
  local s = 0
  for k = 1, n do s = s + rows[i][k] * rows[k][j] end
  return s
end
local square = { numbers(3, 1), numbers(3, 2), numbers(3, 3) }
print("dot", dot(square, 2, 3, 3), dot(square, 1, 1, 2), dot(square, 9, 1, 0), dot({}, 1, 1, 0))
print("dot beyond", pcall(dot, square, 1, 1, 4))
print("dot nothing", pcall(dot, square, 5, 1, 3))
