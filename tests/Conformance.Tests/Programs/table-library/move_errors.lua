-- Errors of table.move.
local function try(f) print(select(2, pcall(f))) end
try(function() table.move({}, 1, 2) end)
try(function() table.move({}, "x", 2, 3) end)
try(function() table.move(nil, 1, 2, 3) end)
try(function() table.move({}, 1, 2, 3, 5) end)
try(function() table.move({}, math.mininteger, math.maxinteger, 1) end)
try(function() table.move({}, 1, math.maxinteger, 2) end)
try(function() table.move({}, 1.5, 2, 3) end)
try(function() table.move({}, 1, 2, "x") end)
try(function() table.move({}, 1, {}, 3) end)
