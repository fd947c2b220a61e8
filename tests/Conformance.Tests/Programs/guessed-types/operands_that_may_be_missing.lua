-- Numbers of lists in which others are missing, used without a question, with one, and rounded results of calls.
local dist = {}
local function spread(n, from)
  for i = 1, n do dist[i] = nil end
  dist[from] = 0
  local queue, head = { from }, 1
  while queue[head] do
    local v = queue[head]
    head = head + 1
    local d = dist[v]
    for _, to in ipairs({ v * 2, v + 3 }) do
      if to <= n and not dist[to] then
        dist[to] = d + 1
        queue[#queue + 1] = to
      end
    end
  end
  local s = 0
  for i = 1, n do
    local d = dist[i]
    if d then s = s + d * i end
  end
  return s
end
print(spread(40, 1), spread(40, 2), spread(10, 5))
local function far(n)
  local s = 0
  for i = 1, n do
    local d = dist[i]
    if i % 2 == 0 then s = s + d end
  end
  return s
end
for i = 1, 12 do
  dist[i * 2 - 1] = nil
  dist[i * 2] = i
end
for _ = 1, 12 do print(far(24)) end
print(pcall(far, 48))
dist[2] = 0.5
print(far(24))
dist[2] = "10"
print(far(24))
dist[2] = "x"
print(pcall(far, 24))

local function kinds(list, n)
  local s = 0
  for i = 1, n do
    local v = list[i]
    if type(v) == "number" then s = s + v else s = s * 2 end
  end
  return s
end
print(kinds({ 1, nil, 3, "x", 2.5, nil, 7 }, 8))

local seed = 42
local function random()
  seed = seed * 16807 % 2147483647
  return seed / 2147483647
end
local function roll(n, sides)
  local counts = {}
  for i = 1, sides do counts[i] = 0 end
  for _ = 1, n do
    local side = math.floor(random() * sides) + 1
    counts[side] = counts[side] + math.ceil(random() * 2) - 1
  end
  return table.concat(counts, " ")
end
print(roll(600, 6))
local huge = { 1e300, -1e300, 0.5, 1e15 }
local at = 0
local function next_number()
  at = at % #huge + 1
  return huge[at]
end
local function rounded(n)
  local parts = {}
  for i = 1, n do parts[i] = tostring(math.floor(next_number() * 2) + 1) end
  return table.concat(parts, " ")
end
print(rounded(8))
huge = { 0 / 0 }
at = 0
print((rounded(1):gsub("-", "")))
print(pcall(function()
  return math.floor(nil + 1) + 1
end))
local function broken(g) return math.floor(g()) + 1 end
print(pcall(broken, function() return "x" end))
print(pcall(broken, function() return nil end))
print(broken(function() return "2.5" end), broken(function() return 7 end), broken(function() return 2.5 end))
