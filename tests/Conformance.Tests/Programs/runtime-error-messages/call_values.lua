-- Calling values that are not functions.
local function try(f) print(select(2, pcall(f))) end
local up
try(function() local f; f() end)
try(function() local n = 5; n() end)
try(function() up() end)
try(function() undefined_function() end)
try(function() local t = {} t.method() end)
try(function() local t = { a = {} } t.a.b() end)
try(function() string.nothing("x") end)
try(function() math.square(2) end)
try(function() local s = "text" s() end)
try(function() ({})() end)
try(function() (5)() end)
try(function() local x = true local r = x(1, 2) end)
