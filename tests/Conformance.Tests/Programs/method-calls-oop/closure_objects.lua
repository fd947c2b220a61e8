-- Objects as closures with real privacy.
local function Point(x, y)
  local self = {}
  function self.move(dx, dy) x, y = x + dx, y + dy return self end
  function self.get() return x, y end
  function self.dist(o) local ox, oy = o.get() return ((x - ox) ^ 2 + (y - oy) ^ 2) ^ 0.5 end
  return self
end
local p, q = Point(0, 0), Point(3, 4)
print(p.dist(q), p.move(3, 0).dist(q), p.get())
print(p.x, rawget(p, "y"))
local function Dispatcher()
  local h = {}
  return function(action, ...)
    if action == "on" then local n, f = ... h[n] = f return true end
    local f = h[action]
    if not f then return nil, "no handler " .. action end
    return f(...)
  end
end
local d = Dispatcher()
print(d("on", "add", function(a, b) return a + b end), d("add", 1, 2), d("sub"))
print(d("sub"))
