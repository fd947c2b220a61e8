-- A tail call passes all results on.
local function f(...) return ... end
local function g(...) return f(...) end
local function h(n, ...) if n == 0 then return g(...) end return h(n - 1, ...) end
print(h(10, "a", nil, "c"))
print(select("#", h(5)))
print((g(1, 2)))
local function notail(x) return (f(x, x)) end
print(notail(3))
local function cond(x) return x and f(x) or f("none", "cut") end
print(cond(nil))
print(cond(1))
