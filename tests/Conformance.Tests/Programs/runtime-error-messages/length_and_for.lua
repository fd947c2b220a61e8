-- Length and loops over wrong values.
local function try(f) print(select(2, pcall(f))) end
local t = {}
try(function() local x return #x end)
try(function() return #t.list end)
try(function() return #undefined_list end)
try(function() for i = 1, #t.list do end end)
try(function() for i = 1, t.n do end end)
try(function() for i = "a", 2 do end end)
print((pcall(function() for _, v in ipairs(t.list) do end end)))
print((pcall(function() for k in pairs(undefined_list) do end end)))
try(function() for k in t.iterator do end end)
