-- Tables are references.
local a = { n = 1 }
local b = a
b.n = 2
print(a.n, a == b)
local function modify(t) t.n = t.n * 10 t = { n = "new" } return t.n end
print(modify(a), a.n)
local list = { a, a, a }
list[1].n = 0
print(list[3].n)
local cyc = {}
cyc.self = cyc
print(cyc.self.self.self == cyc)
local m = { { 0, 0 }, { 0, 0 } }
m[1][2] = 5
print(m[1][1], m[1][2], m[2][2])
