-- Errors of concatenation with variable names.
local function try(f) print(select(2, pcall(f))) end
local up = nil
try(function() local x = nil return "a" .. x end)
try(function() local x = {} return x .. "a" end)
try(function() return "a" .. up end)
try(function() return "a" .. missing_global end)
try(function() local t = {} return "a" .. t.field end)
try(function() return "a" .. true end)
try(function() local x = print return 1 .. x end)
try(function() local a, b = "x", nil return a .. b .. "c" end)
