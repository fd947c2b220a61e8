-- Calls and varargs in constructors.
local function f() return 1, 2, 3 end
local function n() end
print(#{ f() }, #{ f(), f() }, #{ (f()) }, #{ f(), nil })
print(#{ n() }, ({ n(), 1 })[2], #{ 0, n() })
local t = { f(), k = "v", f() }
print(#t, t[4], t.k)
local u = { f(), x = f() }
print(#u, u.x)
local function g(...) return { ... }, { ..., "end" }, { first = ... } end
local a, b, c = g(7, 8)
print(#a, #b, b[2], c.first)
local w = { [1] = f() }
print(#w)
