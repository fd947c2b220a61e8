-- Levels beyond two and levels in methods.
local function l3() error("three up", 3) end
local function l2() l3() return 1 end
local function l1()
  l2()
  return 1
end
print(pcall(l1))
local obj = {}
function obj:check(v) if not v then error("bad value", 2) end return v end
function obj:use(v)
  local x = self:check(v)
  return x
end
print(pcall(obj.use, obj, nil))
print(pcall(obj.use, obj, 5))
local function assert_type(v, t) if type(v) ~= t then error(t .. " expected", 3) end end
local function api(x)
  assert_type(x, "string")
  return x
end
print(pcall(function()
  local r = api(1)
  return r
end))
