-- string.sub with all index corners.
local s = "hello"
print(s:sub(2), s:sub(2, 3), s:sub(-3), s:sub(-3, -2), s:sub(1, -1))
print("[" .. s:sub(0) .. "]", "[" .. s:sub(10) .. "]", "[" .. s:sub(3, 2) .. "]", "[" .. s:sub(-100, 2) .. "]")
print(s:sub(2, 100), s:sub(0, 0) == "", s:sub(-1, 1) == "", s:sub(5, 5))
print(s:sub(math.mininteger, math.maxinteger), s:sub(math.maxinteger) == "")
print(s:sub(2.0, "3"), (""):sub(1, 5) == "")
local function try(f) print(select(2, pcall(f))) end
try(function() local r = string.sub("x") end)
try(function() local r = string.sub("x", 1.5) end)
try(function() local r = string.sub("x", "a") end)
