-- Names of globals and upvalues in index errors.
local function try(f) print(select(2, pcall(f))) end
local up
local upnum = 3
try(function() return up.x end)
try(function() up.x = 1 end)
try(function() return upnum.y end)
try(function() return undefined_thing.x end)
try(function() undefined_thing.x = 1 end)
global_number = 7
try(function() return global_number.x end)
try(function() local f = function() return up.deep end local r = f() return r end)
