-- The new local is not visible in its own initialiser.
local a = 1
local a = a + 1
print(a)
local f = function() return f end
print(f())
local function g() return g end
print(g() == g)
local x, y = 10, x
print(x, y)
do local a, b = a, a print(a, b) end
local t = { a = a }
local t = { inner = t }
print(t.inner.a)
