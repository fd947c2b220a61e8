-- Errors of string functions called as functions.
local function try(f) print(select(2, pcall(f))) end
try(function() local r = string.rep() end)
try(function() local r = string.rep("x") end)
try(function() local r = string.rep("x", {}) end)
try(function() local r = string.rep("abcd", 1 << 62) end)
try(function() local r = string.upper() end)
try(function() local r = string.lower(nil) end)
try(function() local r = string.len({}) end)
try(function() local r = string.reverse(true) end)
try(function() local r = string.find("x") end)
try(function() local r = string.format() end)
try(function() local r = string.sub() end)
try(function() local r = string.gsub("x", "x") end)
