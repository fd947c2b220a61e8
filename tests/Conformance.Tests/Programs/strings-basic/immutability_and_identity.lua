-- Strings are values.
local a = "abc"
local b = a
a = a .. "d"
print(a, b, b == "abc")
local t = { abc = 1 }
print(t["a" .. "bc"], t[("ABC"):lower()])
local function modify(s) s = s:upper() return s end
print(modify(b), b)
print(pcall(function() b.x = 1 end))
print(("x").y, b[1], #b)
