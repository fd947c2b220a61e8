-- Arguments of setmetatable and getmetatable.
local function try(f) print(select(2, pcall(f))) end
try(function() setmetatable({}) end)
try(function() setmetatable({}, 5) end)
try(function() setmetatable(5, {}) end)
try(function() setmetatable("s", {}) end)
try(function() setmetatable() end)
try(function() getmetatable() end)
local t = {}
local mt = {}
print(setmetatable(t, mt) == t, getmetatable(t) == mt)
