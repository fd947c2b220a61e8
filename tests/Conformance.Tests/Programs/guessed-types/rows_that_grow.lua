-- Rows of a grid that a loop fills get their room at once, whatever they have or are.
local function fill(rows, i, from, n)
  for j = from, n do rows[i][j] = j * 2 end
  return rows[i]
end

local function show(t)
  local parts = {}
  for k, v in pairs(t) do parts[#parts + 1] = tostring(k) .. "=" .. tostring(v) end
  table.sort(parts)
  print(#t, table.concat(parts, " "))
end

show(fill({{}}, 1, 1, 5))
show(fill({{}}, 1, 0, 5))
show(fill({{}}, 1, -2, 2))
show(fill({{7, 8, 9}}, 1, 2, 5))
show(fill({{7, "x", 9}}, 1, 4, 6))
show(fill({{0.5}}, 1, 2, 4))
show(fill({{}}, 1, 3, 5))
show(fill({{[4] = "four"}}, 1, 1, 6))
show(fill({{}}, 1, 5, 4))
print(pcall(fill, {}, 1, 1, 3))
print(pcall(fill, {7}, 1, 1, 3))
print(fill({}, 1, 3, 1))

local log = {}
local watched = setmetatable({}, {__newindex = function(t, k, v) log[#log + 1] = k rawset(t, k, v * 10) end})
show(fill({watched}, 1, 1, 3))
print(table.concat(log, " "))

-- A row that is the list of rows itself, and rows that are one.
local own = {}
own[1] = own
print(fill(own, 1, 2, 6) == own)
print(#own, own[2], own[6])
print(pcall(fill, own, 1, 1, 3))
local same = {}
local rows = {same, same}
fill(rows, 1, 1, 4)
fill(rows, 2, 3, 8)
show(same)

local function grid(n, m)
  local g = {}
  for i = 1, n do
    g[i] = {}
    for j = 1, m do g[i][j] = i + j / 4 end
  end
  return g
end
local g = grid(4, 6)
for i = 1, 4 do print(#g[i], g[i][1], g[i][6]) end

local function large(rows, i, n, last)
  for j = 1, n do
    rows[i][j] = j
    if j == last then break end
  end
  return #rows[i]
end
print(large({{}}, 1, math.maxinteger, 10))
print(large({{}}, 1, 100000000, 3))

-- The greatest and the least of what calls give.
local function relax(t, n)
  local most, least = 0.0, 0.0
  for i = 2, n - 1 do
    local d = 0.5 * (t[i - 1] + t[i + 1]) - t[i]
    most = math.max(most, math.abs(d))
    least = math.min(least, -math.abs(d), math.max(d, math.abs(d) * 2))
  end
  return most, least
end
print(relax({1.0, 4.0, 2.0, 8.0, 1.0}, 5))
print(relax({1, 4, 2, 8, 1}, 5))
print(relax({1.0, 0.0 / 0.0, 2.0, 8.0, 1.0, 3.0}, 6))
print(pcall(relax, {1.0, "x", 2.0}, 3))
print(math.max(1, math.floor(2.5)), math.min(2, math.abs(-1.5)), math.max(1.0, math.abs(-1)))
print(pcall(math.max, 1, math.abs(-2), "x"))
local function pair() return 3, 9 end
print(math.max(1, pair()), math.max((pair())), math.min(10, math.max(pair())))
