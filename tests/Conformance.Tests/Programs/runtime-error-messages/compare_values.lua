-- Ordering values of different or unordered types.
local function try(f) print(select(2, pcall(f))) end
local t = {}
try(function() return 1 < "1" end)
try(function() return "a" > 1 end)
try(function() return nil < 1 end)
try(function() return 1 <= nil end)
try(function() return t < t end)
try(function() return t >= 1 end)
try(function() return true < true end)
try(function() return t.x > 0 end)
try(function() return print < print end)
try(function() local a if a < 10 then return 1 end end)
try(function() while t.count < 5 do end end)
