-- Counts of names and values that do not match.
local a, b, c = 1
print(a, b, c)
local d, e = 1, 2, 3
print(d, e)
local function f() return 7, 8, 9 end
local g, h, i, j = f()
print(g, h, i, j)
local k, l = f(), "last"
print(k, l)
local m, n = (f())
print(m, n)
local o
print(o)
local p, q, r, s = 0, f()
print(p, q, r, s)
