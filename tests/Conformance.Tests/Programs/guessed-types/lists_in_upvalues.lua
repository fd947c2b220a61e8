-- Lists in variables of the chunk that functions use in loops.
local parent = {}
local rank = {}
local function find(x)
  while parent[x] ~= x do
    parent[x] = parent[parent[x]]
    x = parent[x]
  end
  return x
end
local function union(a, b)
  local ra, rb = find(a), find(b)
  if ra == rb then return false end
  if rank[ra] < rank[rb] then ra, rb = rb, ra end
  parent[rb] = ra
  if rank[ra] == rank[rb] then rank[ra] = rank[ra] + 1 end
  return true
end
for i = 1, 20 do parent[i] = i rank[i] = 0 end
local joined = 0
for i = 1, 40 do
  if union(i * 7 % 20 + 1, i * 3 % 20 + 1) then joined = joined + 1 end
end
print(joined, find(1), find(20))
print(pcall(find, 21))
print(pcall(find, "x"))
print(pcall(find, 2.0))

-- The variable gets another list, also within the loop.
local current = { 1, 2, 3 }
local spare = { 10, 20, 30 }
local function switch(n)
  local s = 0
  for i = 1, n do
    for j = 1, 3 do s = s + current[j] end
    current, spare = spare, current
    current[1] = current[1] + i
  end
  return s
end
print(switch(5), current[1], spare[1])
local function once(n)
  local s = 0
  for i = 1, n do
    s = s + current[i % 3 + 1]
    if i == 4 then current = { 100, 200, 300 } end
  end
  return s
end
print(once(8))

-- A metamethod gives it another one while the loop runs.
local hits = 0
local seen = { 1, 1, 1, 1 }
local sink = setmetatable({}, { __newindex = function(_, k, v)
  hits = hits + 1
  seen = { v, v, v, v }
end })
local function pour(out, n)
  local s = 0
  for i = 1, n do
    out[i] = i
    s = s + seen[i]
  end
  return s
end
print(pour({}, 4))
print(pour(sink, 4), hits)
local function pourAround(out, n)
  local s = 0
  for r = 1, 2 do
    for i = 1, n do
      out[i] = i * r
      s = s + seen[i]
    end
    for i = 1, n do s = s + seen[i] * 10 end
  end
  return s
end
seen = { 1, 1, 1, 1 }
print(pourAround({}, 4))
print(pourAround(sink, 4), hits)

-- A list that is none, and one that becomes one.
local late
local function average()
  local s = 0.0
  for i = 1, #late do s = s + late[i] end
  return s / #late
end
print(pcall(average))
late = { 1.0, 2.5 }
print(average())
late = { 1, 2 }
print(average())
late = setmetatable({}, { __len = function() return 3 end, __index = function(_, k) return k * 2.0 end })
print(average())

-- Places and limits in variables of the chunk.
local width, height = 4, 3
local cells = {}
local function at(x, y) return (y - 1) * width + x end
local function paint(v)
  for y = 1, height do
    for x = 1, width do cells[at(x, y)] = v * x + y end
  end
end
local function total()
  local s = 0
  for y = 1, height do
    for x = 1, width do s = s + cells[(y - 1) * width + x] end
  end
  return s
end
paint(2)
print(total())
width, height = 2, 6
print(total())
height = 7
print(pcall(total))

-- Functions inside functions.
local function outer(n)
  local list = {}
  local function put(v) list[#list + 1] = v end
  local function sum()
    local s = 0
    for i = 1, #list do s = s + list[i] end
    return s
  end
  for i = 1, n do put(i * i) end
  local a = sum()
  list = { 5 }
  return a + sum()
end
print(outer(10))
