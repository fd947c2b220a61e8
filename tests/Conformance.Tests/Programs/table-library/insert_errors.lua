-- Errors of table.insert.
local function try(f) print(select(2, pcall(f))) end
try(function() table.insert({ 1, 2 }) end)
try(function() table.insert({ 1, 2 }, 1, 2, 3) end)
try(function() table.insert({ 1, 2 }, 0, "x") end)
try(function() table.insert({ 1, 2 }, 4, "x") end)
try(function() table.insert({ 1, 2 }, -1, "x") end)
try(function() table.insert({ 1, 2 }, "a", "x") end)
try(function() table.insert(nil, 1) end)
try(function() table.insert("s", 1) end)
try(function() table.insert({}, 1.5, "x") end)
local t = {}
table.insert(t, 1, "ok") table.insert(t, "2", "two")
print(table.concat(t, ","))
