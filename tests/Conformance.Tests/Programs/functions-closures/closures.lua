local function counter() local n = 0 return function() n = n + 1 return n end end
local c1, c2 = counter(), counter()
print(c1(), c1(), c2())
local function pair() local v = 0 return function() return v end, function(x) v = x end end
local get, set = pair()
set(42) print(get())
local fs = {}
for i = 1, 3 do local j = i * 10 fs[#fs + 1] = function() j = j + i return j end end
print(fs[1](), fs[1](), fs[2](), fs[3]())
local i = 1
local ws = {}
while i <= 3 do local k = i ws[i] = function() return k end i = i + 1 end
print(ws[1](), ws[2](), ws[3]())
local function outer(a) local function inner(b) return function(c) a = a + 1 return a + b + c end end return inner end
local f = outer(1)(10)
print(f(100), f(100))
local function rec(n) local function go(k) if k == 0 then return n end return go(k - 1) end return go(n) end
print(rec(5))
local a = 1
local function seta(x) a = x end
seta(5) print(a)
local even, odd
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(10), odd(7), even(100001))
local memo = setmetatable({}, { __mode = "k" })
local function compose(...) local fns = { ... } return function(x) for _, fn in ipairs(fns) do x = fn(x) end return x end end
print(compose(function(x) return x + 1 end, function(x) return x * 2 end)(3))
local x = 10
local function shadow(x) local x = x + 1 do local x = x * 2 print(x) end return x end
print(shadow(1), x)
local function upv() local u = 1 local function g() u = u + 1 return u end g() g() return u end
print(upv())
do local y = 1 function global_fn() y = y + 1 return y end end
print(global_fn(), global_fn())
local self_ref self_ref = function(n) if n == 0 then return "end" end return self_ref(n - 1) end
print(self_ref(3))
local function late() return later end
later = "set" print(late())
