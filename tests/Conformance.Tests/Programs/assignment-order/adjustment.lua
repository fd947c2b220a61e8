-- Adjusting the number of values in assignments.
local function f() return 1, 2, 3 end
local a, b, c, d
a, b, c, d = f()
print(a, b, c, d)
a, b, c, d = 0, f()
print(a, b, c, d)
a, b, c, d = f(), 10
print(a, b, c, d)
a, b = f(), f()
print(a, b)
a, b, c = (f())
print(a, b, c)
a, b = 1, 2, f()
print(a, b)
a, b, c = nil
print(a, b, c)
