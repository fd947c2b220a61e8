local function add(a, b) return a + b end
print(add(1, 2), add(1.5, 2), add(1, 2, 3))
print(pcall(add, 1))
local function none() end
print(none(), (none()), select("#", none()), select("#", (none())))
local function two() return 1, 2 end
print(two(), two(), (two()), ({ two(), two() })[4] == nil)
print((two()))
local t = { two(), two(), x = two(), [10] = two() }
print(#t, t[1], t[2], t[3], t.x, t[10])
local a, b, c = two()
print(a, b, c)
a, b = b, a
print(a, b)
local function fact(n) if n <= 1 then return 1 end return n * fact(n - 1) end
print(fact(20), fact(21))
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print(fib(20))
local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
print(deep(16000))
local function opt(a, b) b = b or "default" return a, b end
print(opt(1)) print(opt(1, 2)) print(opt())
print((function(...) return select("#", ...) end)(nil, nil))
local obj = { n = 1 }
function obj:inc(k) self.n = self.n + (k or 1) return self end
function obj.static(x) return x end
print(obj:inc():inc(5).n, obj.static("s"))
print(type(print), type(add))
local s = "x"
print(s:rep(3), ("y"):rep(2), #s:rep(4), s:upper():lower())
print(#"abc", ("%d"):format(3))
local function f(...) local a, b = ... return a, b, ... end
print(f(1)) print(f(1, 2, 3)) print((f(1, 2)))
print(add(two()), add(two(), 10), add((two()), 5))
local function id(...) return ... end
print(id(), id(nil), id(1, nil, 3))
print(pcall(id, 1, 2))
print(select(2, id("a", "b", "c")), select(-1, id("a", "b", "c")))
local function noret(x) if x then return end end
print(noret(1), noret())
local r = noret(1) print(r)
print(f "lit", id { 1 } ~= nil)
