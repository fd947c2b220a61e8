-- Unbounded recursion raises a catchable error.
local function f() return 1 + f() end
local ok, msg = pcall(f)
print("ok", ok)
print("type(msg)", type(msg))
print("msg:find('stack overflow', 1, true) ~= nil", msg:find("stack overflow", 1, true) ~= nil)
local depth = 0
local function g() depth = depth + 1 g() depth = depth - 1 end
print("(pcall(g))", (pcall(g)))
print("depth > 10000", depth > 10000)
print("still alive")
print(pcall(function() return "works" end))
