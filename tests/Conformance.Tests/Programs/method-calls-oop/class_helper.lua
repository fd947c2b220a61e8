-- A class function with init, is_a and multiple levels.
local function class(parent)
  local c = {}
  c.__index = c
  c.super = parent
  setmetatable(c, {
    __index = parent,
    __call = function(cls, ...)
      local o = setmetatable({}, cls)
      if cls.init then cls.init(o, ...) end
      return o
    end,
  })
  function c:is_a(k)
    local m = getmetatable(self)
    while m do if m == k then return true end m = m.super end
    return false
  end
  return c
end
local Shape = class()
function Shape:init(n) self.n = n end
function Shape:area() return 0 end
function Shape:describe() return self.n .. " " .. string.format("%.2f", self:area()) end
local Circle = class(Shape)
function Circle:init(r) Shape.init(self, "circle") self.r = r end
function Circle:area() return math.pi * self.r ^ 2 end
local Rect = class(Shape)
function Rect:init(w, h) Shape.init(self, "rect") self.w, self.h = w, h end
function Rect:area() return self.w * self.h end
for _, s in ipairs { Circle(1), Rect(2, 3), Shape("plain") } do
  print(s:describe(), s:is_a(Shape), s:is_a(Circle))
end
