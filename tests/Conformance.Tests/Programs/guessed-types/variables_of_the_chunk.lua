-- Functions ask variables of the chunk for the type that they probably have; any function may give them another.
local width, height = 0, 0
local cells = nil
local scale = 1.0
local name = "none"

local function resize(w, h)
  width, height = w, h
  cells = {}
  for i = 1, width * height do cells[i] = i % width end
end

local function at(x, y)
  return cells[(y - 1) * width + x]
end

local function sum()
  local s = 0
  for y = 1, height do
    for x = 1, width do
      s = s + at(x, y) * scale
      if x < width and cells[(y - 1) * width + x + 1] > 1 then s = s + 0.5 end
    end
  end
  return s, name .. width .. "x" .. height
end

print(pcall(at, 1, 1))
resize(3, 2)
print(sum())
scale = 2
print(sum())
resize(4.0, 2)
print(sum())
name = 7
resize(2, 2)
print(sum())
scale = "3"
print(sum())
resize("3", "2")
print(pcall(sum))
resize(1, 1)
height = nil
print(pcall(sum))
height, scale = 2, {}
print(pcall(sum))
scale = setmetatable({}, { __mul = function(a, b) return 1000 end })
cells = { 5, 6, 7, 8 }
print(pcall(sum))
cells = setmetatable({}, { __index = function(_, k) return k end })
width = 2
print(pcall(sum))
cells = "text"
print(pcall(sum))

-- a counter that becomes a float, and a limit that changes while it is used
local total, limit = 0, 10
local function add(v)
  total = total + v
  if total > limit then
    limit = limit * 2
    return "over " .. total .. " of " .. limit
  end
  return total
end
for _, v in ipairs({ 1, 2, 3, 0.5, 4, 100, 1 }) do print(add(v)) end
print(total, limit)

local depth = 0
local function nested(n)
  depth = depth + 1
  local before = depth
  if n > 0 then nested(n - 1) end
  if n == 2 then depth = depth + 0.25 end
  return before, depth
end
print(nested(3))
print(nested(1))

-- read before and behind a call that assigns it
local step = 1
local function bump() step = step + 1 return step end
local function order()
  return step + bump(), bump() + step, step * bump() - step
end
print(order())
step = 1.5
print(order())
step = "4"
print(order())
step = nil
print(pcall(order))

-- a list that another function replaces inside of a loop
local queue = { 1 }
local function swap() queue = { #queue, table.unpack(queue) } end
local function drain(n)
  local s = 0
  for i = 1, n do
    s = s * 10 + queue[1]
    if i % 2 == 0 then swap() end
    queue[1] = queue[1] + 1
  end
  return s, #queue
end
print(drain(6))
queue = { 0.5 }
print(drain(4))
queue = nil
print(pcall(drain, 1))
queue = {}
print(pcall(drain, 1))

-- rows of a grid in a variable
local grid = {}
local function fill(n)
  grid = {}
  for y = 1, n do
    grid[y] = {}
    for x = 1, n do grid[y][x] = (x * y) % 5 end
  end
end
local function neighbours(y, x)
  return grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1]
end
local function smooth(n)
  local s = 0
  for y = 2, n - 1 do
    for x = 2, n - 1 do
      grid[y][x] = grid[y][x] + neighbours(y, x)
      s = s + grid[y][x]
    end
  end
  return s
end
fill(5)
print(smooth(5))
fill(20)
print(smooth(20))
grid[3][3] = 0.5
print(smooth(20))
grid[3] = setmetatable({}, { __index = function() return 1 end })
print(smooth(6))
print(pcall(smooth, 30))
