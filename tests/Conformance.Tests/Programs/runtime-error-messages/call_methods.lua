-- Calling methods that do not exist.
local function try(f) print(select(2, pcall(f))) end
local obj = { value = 5, nested = {} }
try(function() obj:missing() end)
try(function() obj:value() end)
try(function() obj.nested:go(1) end)
try(function() local s = "abc" s:nope() end)
try(function() local n = 5 n:method() end)
try(function() local x x:method() end)
try(function() undefined_obj:method() end)
try(function() obj.absent:method() end)
try(function() local r = ("x"):bad() end)
