-- The names of the library may be given other values.
local function shown(s) return string.upper(s), tonumber("5"), s:lower() end
print(shown("aB"))
string = { upper = function(s) return "up:" .. s end, format = function() return 1, 2, 3 end }
tonumber = function(v) return "number " .. v end
print(shown("aB"))
print(string.format("%d", 4), ("%d"):format(4))
print(("abc"):find("c"))
print((pcall(function() return string.find("a", "a") end)))
