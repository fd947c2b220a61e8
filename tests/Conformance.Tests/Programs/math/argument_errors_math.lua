-- Argument errors of the math functions.
local function try(f) print(select(2, pcall(f))) end
try(function() local r = math.abs() end)
try(function() local r = math.floor({}) end)
try(function() local r = math.ceil("abc") end)
try(function() local r = math.sin(nil) end)
try(function() local r = math.fmod(1) end)
try(function() local r = math.tointeger() end)
try(function() local r = math.modf("x") end)
try(function() local r = math.max() end)
try(function() local r = math.deg(true) end)
try(function() local r = math.atan() end)
