-- All constructor forms.
local x = 5
local t = { 1, 2; 3, n = "n", [x] = "five", ["a b"] = 1, [x + 1] = "six", x }
print(#t >= 4, t[4], t[5], t[6], t.n, t["a b"])
local e = {}
print(next(e))
local trailing = { 1, 2, }
local semi = { a = 1; b = 2; }
print(#trailing, semi.a, semi.b)
local nested = { { 1 }, { { 2 } }, { f = { 3 } } }
print(nested[1][1], nested[2][1][1], nested[3].f[1])
local fn = { function() return "anon" end, run = function(a) return a * 2 end }
print(fn[1](), fn.run(4))
