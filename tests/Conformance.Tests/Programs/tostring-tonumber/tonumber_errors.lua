-- tonumber of other values and its errors.
print(tonumber(5), tonumber(5.5), tonumber(nil), tonumber({}), tonumber(true), tonumber(print))
local function try(f) print(select(2, pcall(f))) end
try(function() local n = tonumber() end)
try(function() local n = tonumber(10, 16) end)
try(function() local n = tonumber("10", 1) end)
try(function() local n = tonumber("10", 37) end)
try(function() local n = tonumber({}, 10) end)
try(function() local n = tonumber("10", "x") end)
try(function() local n = tonumber("10", 2.5) end)
