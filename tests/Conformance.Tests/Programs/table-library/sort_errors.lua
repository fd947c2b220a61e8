-- Errors of table.sort.
local function try(f) print((select(2, pcall(f)):gsub("^[%w_:]+:%d+: ", ""))) end
try(function() table.sort({ 1, "x" }) end)
try(function() table.sort({ {}, {} }) end)
try(function() table.sort({ 3, 2, 1 }, "not a function") end)
try(function() table.sort(nil) end)
try(function() table.sort({ true, false }) end)
try(function() table.sort({ 3, 2, 1 }, function() error("in comparator", 0) end) end)
local t = { 3, 1, 2 }
table.sort(t, nil)
print(table.concat(t, " "))
