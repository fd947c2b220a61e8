-- Methods through metatables: a class, subclasses that override, virtual calls in a loop. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 3000000

type Shape = {
  x: integer, y: integer, moved: integer,
  area: (self: any) -> integer, move: (self: any, integer, integer) -> (), weight: (self: any) -> integer,
}

local Shape = {}
Shape.__index = Shape

function Shape.new(x: integer, y: integer): Shape
  return setmetatable({ x = x, y = y, moved = 0 }, Shape)
end

function Shape:area(): integer
  return 0
end

function Shape:move(dx: integer, dy: integer)
  self.x = self.x + dx
  self.y = self.y + dy
  self.moved = self.moved + 1
end

function Shape:weight(): integer
  return self:area() * 2 + self.moved
end

local Square = setmetatable({}, { __index = Shape })
Square.__index = Square

function Square.new(x: integer, y: integer, side: integer): Shape
  local s = setmetatable(Shape.new(x, y), Square)
  s.side = side
  return s
end

function Square:area(): integer
  return self.side * self.side
end

local Rectangle = setmetatable({}, { __index = Shape })
Rectangle.__index = Rectangle

function Rectangle.new(x: integer, y: integer, width: integer, height: integer): Shape
  local r = setmetatable(Shape.new(x, y), Rectangle)
  r.width = width
  r.height = height
  return r
end

function Rectangle:area(): integer
  return self.width * self.height
end

local function kernel(n: integer): string
  local shapes: {Shape} = { Square.new(0, 0, 3), Rectangle.new(1, 1, 2, 5), Shape.new(2, 2), Square.new(3, 3, 4) }
  local sum: integer = 0
  for i = 1, n do
    local s: Shape = shapes[i % 4 + 1]
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
