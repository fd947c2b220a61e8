-- a < b, c > (d) is two comparisons.
local function show(...) print(select("#", ...), ...) end
local f, number, x, y = 1, 2, 3, 4
show(f < number, x > (y))
show(f<number, x>(1))
local t = { f < x, y > (x) }
print("t[1]", t[1])
print("t[2]", t[2])
print(f < number and x > (2))
local function g(v) return v end
print(g(f < x, y > x), (f < number) == (x > y))
