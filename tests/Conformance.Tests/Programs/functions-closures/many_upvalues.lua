-- A closure over many variables, updated from several functions.
local a, b, c, d, e, f, g, h = 1, 2, 3, 4, 5, 6, 7, 8
local t, s = {}, "s"
local function sum() return a + b + c + d + e + f + g + h + #t + #s end
local function bump() a, b, c, d = a + 1, b + 1, c + 1, d + 1 t[#t + 1] = true s = s .. "s" end
print(sum()) bump()
print(sum()) bump()
print(sum())
e = 100
print(sum())
