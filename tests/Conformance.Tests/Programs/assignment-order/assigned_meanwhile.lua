-- Stock Lua reads a variable where an operator or an index uses it: after what stands further right, which may have assigned it.
local out = print
do local a = 1 local function f() a = a + 10 return 1 end
out(a + f()) out(a - f()) out(a * f()) out(a / f()) out(a // f()) out(a % f()) out(a ^ f()) end
do local a = 1 local function f() a = a + 10 return 1 end
out(a & f()) out(a | f()) out(a << f()) out(a >> f()) out(a ~ f()) end
do local a = 1 local function f() a = a + 10 return 5 end
out(a < f()) out(a <= f()) out(a > f()) out(a >= f()) out(a == f()) out(a ~= f()) end
do local a = 1 local function f() a = a + 10 return 1 end
out(a .. f()) out(a, f()) out(({a, f()})[1]) out(a + 0 + f()) out((a) + f()) out(a and f()) out(a + (f() + f())) out(-a + f()) out(a + a * f()) end
