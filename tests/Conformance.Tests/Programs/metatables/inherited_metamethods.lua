-- Metamethods are looked up raw in the metatable, not inherited by __index.
local Base = { __add = function() return "base add" end, __tostring = function() return "base" end }
Base.__index = Base
local Derived = setmetatable({}, Base)
Derived.__index = Derived
local d = setmetatable({}, Derived)
print(pcall(function() return d + 1 end))
print(type(d.__add), d.__add(d))
for _, m in ipairs { "__add", "__tostring" } do Derived[m] = Base[m] end
print(d + 1, tostring(d))
