-- Concatenation of values that are not strings or numbers.
local function try(f) print(select(2, pcall(f))) end
local up
local t = { name = "n" }
try(function() local x return "v: " .. x end)
try(function() local x return x .. " end" end)
try(function() return "a" .. up end)
try(function() return undefined_string .. "b" end)
try(function() return t.name .. t.title end)
try(function() local b = false return "a" .. "b" .. b end)
try(function() local x = {} return x .. x end)
try(function() return "fn" .. print end)
