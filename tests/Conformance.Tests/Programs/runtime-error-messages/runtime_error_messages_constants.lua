-- Errors whose operands are constants.
local function try(f) print(select(2, pcall(f))) end
try(function() return 1 // 0 end)
try(function() return 1 % 0 end)
try(function() local z = 0 return 10 // z end)
try(function() local z = 0 return 10 % z end)
try(function() return "a" + 1 end)
try(function() return 1 + "a" end)
try(function() return {} + 1 end)
try(function() return -{} end)
try(function() return nil .. "x" end)
try(function() return ("x").y.z end)
