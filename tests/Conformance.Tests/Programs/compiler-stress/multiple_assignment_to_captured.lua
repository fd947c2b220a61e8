-- Multiple assignment where targets are captured, global, fields and elements.
local a, b = 1, 2
local function swap() a, b = b, a end
local function get() return a, b end
swap() print(get()) swap() swap() print(get())
local t = { x = 1, y = 2 }
t.x, t.y, a, b = t.y, t.x, t, nil
print(t.x, t.y, a == t, b)
local i = 1
local arr = { "a", "b", "c" }
i, arr[i], arr[i + 1] = i + 1, "first", "second"
print(i, arr[1], arr[2], arr[3])
local function f() return 1, 2, 3 end
g1, g2, t.z, arr[5] = f()
print(g1, g2, t.z, arr[5])
local p, q, r = (function() return "only" end)()
print(p, q, r)
local m = {}
m.n, m.o = m, "o"
print(m.n.n.n.o)
do local x, y, z = f(), f() print(x, y, z) end
