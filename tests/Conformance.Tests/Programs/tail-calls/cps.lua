-- Continuation passing style and trampolines.
local function add(a, b, k) return k(a + b) end
local function mul(a, b, k) return k(a * b) end
print(add(1, 2, function(s) return mul(s, 10, function(p) return p, "done" end) end))
local function fact(n, k) if n == 0 then return k(1) end return fact(n - 1, function(r) return k(n * r) end) end
print(fact(15, function(r) return r end))
local function trampoline(f, ...) local r = f(...) while type(r) == "function" do r = r() end return r end
local function count(n, acc) if n == 0 then return acc end return function() return count(n - 1, acc + n) end end
print(trampoline(count, 20000, 0))
local function each(t, i, f, done) if not t[i] then return done() end f(t[i]) return each(t, i + 1, f, done) end
print(each({ "a", "b" }, 1, print, function() return "end" end))
