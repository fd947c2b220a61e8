-- Local function sees itself; a local variable initialised by a function does not.
local function f(n) if n == 0 then return "done" end return f(n - 1) end
print(f(3))
local g = function(n) if n == 0 then return "local" end return g == nil and "g is a global here" end
print(g(1))
local h
h = function(n) if n == 0 then return "h done" end return h(n - 1) end
print(h(2))
local obj = { n = 0 }
function obj.tick() obj.n = obj.n + 1 return obj end
print(obj.tick().tick().tick().n)
local function k(n) local function inner(m) if m == 0 then return n end return inner(m - 1) end return inner(n) end
print(k(4))
