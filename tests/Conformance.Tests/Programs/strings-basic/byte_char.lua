-- string.byte and string.char.
print(("A"):byte(), ("abc"):byte(2), ("abc"):byte(-1))
print(("abc"):byte(1, -1)) print(("abc"):byte(10)) print(("abc"):byte(0))
print(select("#", ("abc"):byte(10)), select("#", (""):byte()))
print(("abc"):byte(-10, 10)) print(("abc"):byte(3, 1))
print(string.char(), string.char(72, 105), #string.char(0, 255))
print(string.char(("round trip"):byte(1, -1)))
local function try(f) print(select(2, pcall(f))) end
try(function() local s = string.char(256) end)
try(function() local s = string.char(-1) end)
try(function() local s = string.char(65, "x") end)
try(function() local b = string.byte() end)
