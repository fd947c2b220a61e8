-- Metatables may change while in use, and be shared.
local mt = { __index = { kind = "first" } }
local a, b = setmetatable({}, mt), setmetatable({}, mt)
print(a.kind, b.kind)
mt.__index = { kind = "second" }
print(a.kind, b.kind)
mt.__add = function() return "added" end
print(a + b)
mt.__add = nil
print(pcall(function() return a + b end))
setmetatable(a, nil)
print(a.kind, b.kind)
mt.__index = function(_, k) return k end
print(b.anything)
