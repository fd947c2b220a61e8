-- Errors and corner cases of table.remove.
local function try(f) print(select(2, pcall(f))) end
try(function() table.remove({ 1, 2, 3 }, 5) end)
try(function() table.remove({ 1, 2, 3 }, 0) end)
try(function() table.remove({ 1, 2, 3 }, -1) end)
try(function() table.remove({}, 2) end)
try(function() table.remove(nil) end)
try(function() table.remove({ 1 }, "x") end)
try(function() table.remove({ 1 }, 1.5) end)
print(table.remove({ 1, 2, 3 }, 4), table.remove({}, 0), table.remove({}, 1))
