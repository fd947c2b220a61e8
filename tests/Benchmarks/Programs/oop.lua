-- Methods through metatables: a class, subclasses that override, virtual calls in a loop.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 3000000

local Shape = {}
Shape.__index = Shape

function Shape.new(x, y)
  return setmetatable({ x = x, y = y, moved = 0 }, Shape)
end

function Shape:area()
  return 0
end

function Shape:move(dx, dy)
  self.x = self.x + dx
  self.y = self.y + dy
  self.moved = self.moved + 1
end

function Shape:weight()
  return self:area() * 2 + self.moved
end

local Square = setmetatable({}, { __index = Shape })
Square.__index = Square

function Square.new(x, y, side)
  local s = setmetatable(Shape.new(x, y), Square)
  s.side = side
  return s
end

function Square:area()
  return self.side * self.side
end

local Rectangle = setmetatable({}, { __index = Shape })
Rectangle.__index = Rectangle

function Rectangle.new(x, y, width, height)
  local r = setmetatable(Shape.new(x, y), Rectangle)
  r.width = width
  r.height = height
  return r
end

function Rectangle:area()
  return self.width * self.height
end

local function kernel(n)
  local shapes = { Square.new(0, 0, 3), Rectangle.new(1, 1, 2, 5), Shape.new(2, 2), Square.new(3, 3, 4) }
  local sum = 0
  for i = 1, n do
    local s = shapes[i % 4 + 1]
    s:move(i % 3, 1)
    sum = (sum + s:weight() + s.x + s.y) % 1000000007
  end
  return string.format("%d", sum)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT oop " .. r)
print("TIME oop " .. string.format("%.4f", t1 - t0))
