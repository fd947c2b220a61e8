-- Errors of generic for.
local function try(f) print(select(2, pcall(f))) end
try(function() for x in nil do end end)
try(function() for x in 5 do end end)
try(function() local t = {} for k, v in t do end end)
print((pcall(function() for i, v in ipairs() do end end)))
print((pcall(function() for i, v in ipairs(nil) do end end)))
print((pcall(function() for k, v in pairs(nil) do end end)))
try(function() for x in function() error("from iterator", 0) end do end end)
try(function() for x in "text" do end end)
try(function() for x in true do end end)
