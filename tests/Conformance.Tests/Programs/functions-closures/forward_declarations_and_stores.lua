-- A store may run a function before its definition.
local early
local seen = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, pcall(function() return early() end)) end})
seen.x = 1
function early() return "set" end
seen.y = 1
print(seen.x, seen.y)


local Base = {}
setmetatable(Base, {__newindex = function(t, k, v) rawset(t, k, v); print(k, pcall(function() return defined() end)) end})
function Base.method() return "method" end
function defined() return "defined" end
Base.other = 1
print(Base.method(), Base.other)
