-- All right sides are evaluated before assigning.
local a, b = 1, 2
a, b = b, a
print(a, b)
local t = { 1, 2, 3 }
t[1], t[2], t[3] = t[3], t[1], t[2]
print(t[1], t[2], t[3])
local i = 1
i, t[i] = i + 1, 20
print(i, t[1], t[2])
local x, y, z = 1, 2, 3
x, y, z = z, x, y
print(x, y, z)
local fa, fb = 0, 1
for _ = 1, 10 do fa, fb = fb, fa + fb end
print(fa, fb)
