-- What metatables do not do (spec/lua.md section 6).
do local closed = setmetatable({}, { __close = function() print("never closed") end, __gc = function() print("never collected") end }) end
local weak = setmetatable({}, { __mode = "kv" })
weak[1] = {}
print(type(weak[1]))
print(getmetatable("").__index == string, getmetatable("a") == getmetatable("b"))
print(pcall(function() getmetatable("").__index = nil end))
print(pcall(setmetatable, "text", {}))
print(("still"):upper())
