-- Elements that are made where they are missing, and variables that hold them and are used without a question.
local memo = {}
local function lcs(a, b)
  for i = 0, #a do
    memo[i] = memo[i] or {}
    memo[i][0] = 0
  end
  for j = 0, #b do memo[0][j] = 0 end
  for i = 1, #a do
    local row, before = memo[i], memo[i - 1]
    for j = 1, #b do
      if a[i] == b[j] then
        row[j] = before[j - 1] + 1
      else
        local x, y = before[j], row[j - 1]
        row[j] = x > y and x or y
      end
    end
  end
  return memo[#a][#b]
end
print(lcs({ 1, 3, 5, 7, 9 }, { 3, 4, 5, 9 }), lcs({ 1, 2, 3, 4, 5, 6, 7 }, { 7, 6, 5, 4, 3, 2, 1 }), lcs({}, { 1 }))

-- Used in one branch only, and missing in the other.
local buckets = {}
local function put(k, v)
  if not buckets[k] then buckets[k] = {} end
  local list = buckets[k]
  list[#list + 1] = v
end
local function total(n)
  local s = 0
  for k = 1, n do
    local list = buckets[k]
    if k % 3 == 0 then
      for i = 1, #list do s = s + list[i] end
    end
  end
  return s
end
for k = 3, 60, 3 do
  put(k, k)
  put(k, 1)
end
for _ = 1, 3 do print(total(60)) end
print(pcall(total, 63))
buckets[2] = "no list"
print(total(60))
buckets[3] = "text"
print(pcall(total, 60))
buckets[3] = { 1.5, 2 }
print(total(60))

-- Links that end.
local function chain(n)
  local first
  for i = n, 1, -1 do first = { v = i, next = first } end
  return first
end
local function sum(node, n)
  local s = 0
  for _ = 1, n do
    s = s + node.v
    node = node.next
  end
  return s
end
print(sum(chain(10), 10))
for _ = 1, 12 do
  print(pcall(sum, chain(3), 4))
end
print(sum(chain(10), 9))

-- Asked for elsewhere.
local grid = { { 1, 2 }, { 3, 4 } }
local function at(y, x)
  local row = grid[y]
  return row and row[x] or 0
end
local s = 0
for y = 0, 3 do
  for x = 0, 3 do s = s * 2 + at(y, x) end
end
print(s)

-- Fields are stored beside lists that are read, and lists by ipairs.
local function sums(points, weights, n)
  local count = {}
  for i = 1, n do count[i] = 0 end
  for _ = 1, 2 do
    for _, p in ipairs(points) do
      local c = p.c
      count[c] = count[c] + weights[c]
      p.c = c % n + 1
    end
  end
  local parts = {}
  for i = 1, n do parts[i] = count[i] end
  return table.concat(parts, " ")
end
print(sums({ { c = 1 }, { c = 2 }, { c = 3 }, { c = 1 } }, { 10, 20, 30 }, 3))
local hidden = { { c = 1 }, { c = 2 } }
local asked = 0
local more = { 10, 20, 30 }
setmetatable(hidden, { __index = function(t, k)
  asked = asked + 1
  more[#more + 1] = k
  more[1] = more[1] + 1
  if asked == 1 then return { c = 3 } end
end })
print(sums(hidden, more, 3), asked, #more)
print(pcall(sums, { { c = 1 }, { c = 4 } }, { 10, 20, 30 }, 3))

-- Records whose fields are lists that a loop replaces.
local function refill(r, n)
  local s = 0
  for i = 1, n do
    r.items[i] = i
    s = s + r.items[1]
    if i % 2 == 0 then r.items = { i * 100, 0, 0, 0, 0, 0, 0, 0 } end
  end
  return s
end
print(refill({ items = { 0, 0, 0, 0, 0, 0, 0, 0 } }, 8))
local function shrink(r, list, n)
  local s = 0
  for i = 1, n do
    for j = 1, #r.items do s = s + r.items[j] + list[j] end
    r.items = list
    list[i] = s
  end
  return s
end
print(shrink({ items = { 1, 2 } }, { 5, 6, 7 }, 5))
