local function loop(n) if n == 0 then return "done" end return loop(n - 1) end
print(loop(1000000))
local function acc(n, s) if n == 0 then return s end return acc(n - 1, s + n) end
print(acc(1000000, 0))
local a, b
function a(n) if n == 0 then return "a" end return b(n - 1) end
function b(n) if n == 0 then return "b" end return a(n - 1) end
print(a(1000001))
local t = {}
function t.run(n) if n == 0 then return "table", 2 end return t.run(n - 1) end
print(t.run(1000000))
local o = { k = 0 }
function o:step(n) self.k = self.k + 1 if n == 0 then return self.k end return self:step(n - 1) end
print(o:step(1000000))
local function cps(n, k) if n == 0 then return k(0) end return cps(n - 1, function(v) return k(v + 1) end) end
print(cps(1000, function(v) return v end))
local function va(n, ...) if n == 0 then return select("#", ...), ... end return va(n - 1, ...) end
print(va(100000, "x", nil))
local function cap(n, fs) if n == 0 then return fs end fs[#fs + 1] = function() n = n + 1 return n end return cap(n - 1, fs) end
local fs = cap(3, {})
print(fs[1](), fs[1](), fs[2](), fs[3]())
local function p(n) if n == 0 then error("deep") end return p(n - 1) end
print(pcall(p, 100000))
local call = setmetatable({}, { __call = function(self, n) if n == 0 then return "called" end return self(n - 1) end })
print(call(100000))
local function pass(f, ...) return f(...) end
print(pass(pass, pass, select, "#", 1, 2))
local function x3(n) if n <= 0 then return "x3" end local function inner(m) return x3(m - 1) end return inner(n) end
print(x3(100000))
