-- function a.b.c:m, local function, function expressions.
local a = { b = { c = {} } }
function a.f() return "a.f" end
function a.b.f(x) return "a.b.f " .. x end
function a.b.c:m(x) return self == a.b.c, x end
print(a.f(), a.b.f(1), a.b.c:m(2))
local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end
print(fact(10))
local g
function g(x) return x and "set local g" end
print(g(1), rawget(_G, "g"))
function toplevel() return "global" end
print(toplevel(), _G.toplevel())
