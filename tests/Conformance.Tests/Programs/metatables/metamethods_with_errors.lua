-- Errors raised inside metamethods propagate to the operation.
local mt = {
  __index = function(_, k) error("no field " .. k, 2) end,
  __newindex = function(_, k) error({ code = k }) end,
  __add = function() error("add failed", 0) end,
  __eq = function() error("eq failed", 0) end,
  __len = function() error() end,
}
local a, b = setmetatable({}, mt), setmetatable({}, mt)
print(pcall(function() local v = a.foo return v end))
local ok, e = pcall(function() a.bar = 1 end)
print(ok, type(e), e.code)
print(pcall(function() return a + b end))
print(pcall(function() return a == b end))
print(pcall(function() return #a end))
