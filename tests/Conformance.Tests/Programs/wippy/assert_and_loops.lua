-- Where the specification says other than stock Lua does.
print(pcall(function() assert(false) end))
print(pcall(function() assert(nil, "custom") end))
local loop = {}
setmetatable(loop, { __index = loop })
print(pcall(function() return loop.x end))
print(rawlen, load, dofile, collectgarbage)
