local log = {}
local function f(x) log[#log + 1] = x return x end
local t = {}
t[f(1)], t[f(2)] = f(3), f(4)
print(table.concat(log, " "), t[1], t[2])
log = {}
local r = { f("a"), [f("k")] = f("v"), n = f("n"), f("b") }
print(table.concat(log, " "))
log = {}
print(f(1) + f(2) * f(3) - f(4), table.concat(log, " "))
log = {}
local _ = f("x") .. f("y") .. f("z")
print(table.concat(log, " "))
local i = 1
local arr = {}
i, arr[i] = i + 1, 20
print(i, arr[1], arr[2])
local a, b, c = (function() return 1, 2 end)()
print(a, b, c)
local x, y = 1
print(x, y)
local p, q = 1, 2, f("extra")
print(p, q, log[#log])
local mt = setmetatable({}, { __newindex = function(t, k, v) print("set", k, v) rawset(t, k, v) end })
mt.a, mt.b = 1, 2
local function g() return 1, 2, 3 end
local m, n, o, q2 = 0, g()
print(m, n, o, q2)
m, n, o = g(), 10
print(m, n, o)
local z = { g(), (g()) }
print(#z)
local function obj() print("obj") return { m = function(self, v) print("m", v) return self end } end
obj():m(f(1)):m(f(2))
