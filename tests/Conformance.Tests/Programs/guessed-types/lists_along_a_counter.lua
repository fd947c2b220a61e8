-- Loops over lists whose places follow the counter: all elements are there, or some, or of another type, or two lists are one.
local function list(n, f)
  local t = {}
  for i = 1, n do t[i] = f(i) end
  return t
end

local function show(t, first, last)
  local out = {}
  for i = first or 1, last or #t do out[#out + 1] = tostring(t[i]) end
  return table.concat(out, " ")
end

local function half(i) return i * i / 4 end
local function same(i) return i end

-- neighbours of both sides, stored into another list or the same
local function smooth(from, to, n)
  local change = 0.0
  for i = 2, n - 1 do
    local value = (from[i - 1] + from[i] + from[i + 1]) / 3.0
    change = change + math.abs(value - from[i])
    to[i] = value
  end
  return change
end

do
  local a, b = list(7, half), list(7, half)
  print(smooth(a, b, 7), show(b))
  print(smooth(b, b, 7), show(b))              -- one list
  print(smooth(a, list(3, half), 7))           -- grows
  print(smooth(a, {}, 7))                      -- starts at 2
  print(smooth(a, list(7, same), 7))           -- integers become floats
  print(pcall(smooth, a, b, 9))                -- beyond the end
  print(show(b))
  print(smooth(list(7, same), b, 7), show(b))
  local seen = {}
  local watched = setmetatable({0.5}, {__newindex = function(t, k, v) seen[#seen + 1] = k; rawset(t, k, v) end})
  print(smooth(a, watched, 7), show(seen), show(watched))
  print(smooth(a, b, -5), smooth(a, b, 2))
  print(pcall(smooth, a, b, math.mininteger))
  print(pcall(smooth, a, b, math.maxinteger))
  a[4] = nil
  print(pcall(smooth, a, b, 7))
  a[4] = 0 / 0
  print((smooth(a, b, 7) ~= 0) and "nan" or "number")
end

-- rows, one of which may be another
local function eliminate(m, k, i, n)
  local factor = m[i][k] / m[k][k]
  for j = k, n do m[i][j] = m[i][j] - factor * m[k][j] end
end

do
  local m = {list(4, half), list(4, function(i) return i * i / 4 end), list(4, same)}
  eliminate(m, 1, 2, 4)
  print(show(m[1]), "|", show(m[2]))
  eliminate(m, 1, 3, 4)
  print(show(m[3]))
  m[3] = m[1]
  eliminate(m, 1, 3, 4)
  print(show(m[1]))
  print(pcall(eliminate, m, 2, 4, 4))
  m[2] = setmetatable({}, {__index = function(_, j) return j * 1.5 end, __newindex = function(_, j, v) print("set", j, v) end})
  m[1] = list(4, half)
  eliminate(m, 2, 1, 4)
  print(show(m[1]))
  eliminate(m, 1, 2, 3)
end

-- a list that starts at 0
local function distance(a, b)
  local previous, current = {}, {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    current[0] = i
    for j = 1, #b do
      local best = previous[j - 1] + (a:byte(i) == b:byte(j) and 0 or 1)
      if previous[j] + 1 < best then best = previous[j] + 1 end
      if current[j - 1] + 1 < best then best = current[j - 1] + 1 end
      current[j] = best
    end
    previous, current = current, previous
  end
  return previous[#b]
end

print(distance("kitten", "sitting"), distance("", "abc"), distance("flaw", "lawn"), distance("intention", "execution"))

-- downwards, with a distance that does not change
local function pack(best, weight, value, capacity)
  for room = capacity, weight, -1 do
    local other = best[room - weight + 1] + value
    if other > best[room + 1] then best[room + 1] = other end
  end
end

do
  local best = list(11, function() return 0 end)
  for _, thing in ipairs({{2, 3}, {3, 4}, {4, 8}, {5, 8}}) do pack(best, thing[1], thing[2], 10) end
  print(show(best))
  print(pcall(pack, best, math.mininteger, 1, 10))
  print(pcall(pack, best, -3, 1, 10))
end

-- the neighbour of the last is not read
local function sort(t, n)
  local swaps = 0
  for _ = 1, n do
    for i = 1, n do
      if i < n and t[i] > t[i + 1] then
        t[i], t[i + 1] = t[i + 1], t[i]
        swaps = swaps + 1
      end
    end
  end
  return swaps
end

do
  local t = {5, 3, 9, 1, 7}
  print(sort(t, #t), show(t))
  local f = {5.5, 3.25, 9.0, 1.0}
  print(sort(f, #f), show(f))
  local mixed = {5, 3.5, 9, 1}
  print(sort(mixed, #mixed), show(mixed))
  print(pcall(sort, {"b", "a", 1}, 3))
end

-- left in the middle, or a pass of it
local function scale(t, n, limit)
  local sum = 0.5
  for i = 1, n do
    sum = sum + t[i]
    if sum > limit then break end
    t[i] = sum
  end
  return sum
end

local function find(t, n, wanted)
  local sum = 0.5
  for i = 1, n do
    if t[i] == wanted then return i, sum end
    sum = sum + t[i]
    t[i] = sum
  end
  return nil, sum
end

local function skip(t, n)
  local sum = 0.5
  for i = 1, n do
    if t[i] < 0.0 then goto continue end
    sum = sum + t[i]
    t[i] = -sum
    ::continue::
  end
  return sum
end

local function check(t, n)
  local sum = 0.5
  local ok, message = pcall(function()
    for i = 1, n do
      sum = sum + t[i]
      t[i] = sum
      if sum > 4.0 then error("too much", 0) end
    end
  end)
  return ok, message, sum
end

do
  local t = list(6, half)
  print(scale(t, 6, 3.5), show(t))
  print(find(t, 6, 2.5), show(t))
  print(find(t, 6, 99.5), show(t))
  print(skip({1.5, -2.5, 3.5}, 3))
  print(check(list(6, half), 6))
  print(pcall(scale, list(3, half), 6, 99.5))
end

-- elements that are moved
local function shift(t, n)
  for i = 1, n do t[i] = t[i + 1] end
end

local function open(t, n)
  for i = n, 1, -1 do t[i + 1] = t[i] end
end

do
  local t = list(5, half)
  shift(t, 4)
  print(show(t))
  shift(t, 5)
  print(show(t), #t)
  open(t, #t)
  print(show(t), #t)
  local words = {"a", "b", "c"}
  open(words, 3)
  shift(words, 4)
  print(show(words), #words)
  local mixed = {1, 2.5, "x", 4}
  shift(mixed, 3)
  print(show(mixed))
end

-- shortest paths in place: all rows are read and stored
local function shorten(d, n)
  for k = 1, n do
    for i = 1, n do
      for j = 1, n do
        local through = d[i][k] + d[k][j]
        if through < d[i][j] then d[i][j] = through end
      end
    end
  end
end

do
  local d = {{0, 4, 99, 99}, {99, 0, 1, 99}, {2, 99, 0, 3}, {1, 99, 99, 0}}
  shorten(d, 4)
  for i = 1, 4 do print(show(d[i])) end
  local one = {1, 2, 3}
  shorten({one, one, one}, 3)
  print(show(one))
  local mixed = {{0, 1.5, 9}, {2, 0, 1}, {math.huge, 2.5, 0}}
  shorten(mixed, 3)
  for i = 1, 3 do print(show(mixed[i])) end
  print(pcall(shorten, {{0, 1}, {1}}, 2))
end

-- choices between values
local function choose(x, a, b)
  local one = x and 1 or 2
  local float = x and 1.5 or 2
  local text = x and "yes" or a
  local falsy = x and false or b
  local none = x and nil or b
  local nested = x and (a and 1 or 2) or (b and 3 or 4)
  local big = (x and 9223372036854775807 or 1) + (a and 2000000000 or 0) + (b and 2000000000 or 0)
  return one, float, text, falsy, none, nested, big, (x and a or b)
end

print(choose(true, "a", "b"))
print(choose(false, "a", "b"))
print(choose(nil, nil, false))
print(choose(0, false, nil))
