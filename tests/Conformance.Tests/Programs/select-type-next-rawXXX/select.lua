-- select with positive and negative indices.
print(select("#")) print(select("#", nil)) print(select("#", 1, nil, nil))
print(select(1, "a", "b")) print(select(2, "a", "b")) print(select(3, "a", "b")) print(select(-1, "a", "b")) print(select(-2, "a", "b"))
print((select(2, "a", "b", "c")))
print(select(2.0, "x", "y"), select("2", "x", "y"))
local function try(f) print(select(2, pcall(f))) end
try(function() local x = select(0) end)
try(function() local x = select(-3, 1, 2) end)
try(function() local x = select("x") end)
try(function() local x = select() end)
try(function() local x = select({}, 1) end)
