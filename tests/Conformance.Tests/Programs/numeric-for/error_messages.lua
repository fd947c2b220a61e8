-- Errors of the three expressions.
local function try(f) print(select(2, pcall(f))) end
try(function() for i = nil, 1 do end end)
try(function() for i = 1, nil do end end)
try(function() for i = 1, 2, false do end end)
try(function() for i = {}, 1 do end end)
try(function() for i = 1, {} do end end)
try(function() for i = 1, 2, {} do end end)
try(function() for i = 1, print do end end)
try(function() for i = 1.5, nil do end end)
try(function() local t = {} for i = 1, t.n do end end)
try(function() for i = true, nil, nil or {} do end end)
