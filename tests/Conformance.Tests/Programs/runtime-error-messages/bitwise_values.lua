-- Bitwise operations on wrong values.
local function try(f) print(select(2, pcall(f))) end
local t = {}
try(function() local a return a & 1 end)
try(function() return t | 1 end)
try(function() return 1 ~ t.x end)
try(function() return ~t end)
try(function() local s = "abc" return s << 1 end)
try(function() return 1.5 & 1 end)
try(function() local f = 2.5 return 1 | f end)
try(function() return "1.5" | 1 end)
try(function() return 2^70 >> 1 end)
