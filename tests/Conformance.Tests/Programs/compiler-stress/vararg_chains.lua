-- Varargs through several layers with fixed parameters.
local function a(...) return select("#", ...), ... end
local function b(x, ...) return a(..., x) end
local function c(...) return b("b", ...) end
print(a())
print(b())
print(b(1))
print(c())
print(c(1, 2))
print(c(nil, nil))
local function rotate(first, ...) if first == nil then return ... end local t = table.pack(...) t[t.n + 1] = first return table.unpack(t, 1, t.n + 1) end
print(rotate(1, 2, 3))
print(rotate())
print(rotate(rotate(1, 2, 3)))
local function map(f, ...) if select("#", ...) == 0 then return end local x = ... return f(x), map(f, select(2, ...)) end
print(map(function(x) return x * 2 end, 1, 2, 3))
print(select("#", map(print)))
local function tail(n, ...) if n == 0 then return ... end return tail(n - 1, n, ...) end
print(tail(6))
local function count_nils(...) local c = 0 for i = 1, select("#", ...) do if (select(i, ...)) == nil then c = c + 1 end end return c end
print(count_nils(nil, 1, nil, 2, nil))
