-- __unm and __bnot; the operand is passed twice.
local mt = {}
mt.__unm = function(a, b) return "unm " .. a.n .. " " .. tostring(rawequal(a, b)) end
mt.__bnot = function(a, b) return "bnot " .. a.n .. " " .. tostring(rawequal(a, b)) end
local v = setmetatable({ n = "v" }, mt)
print(-v)
print(~v)
print(- -5, pcall(function() return -{} end))
print(pcall(function() return ~{} end))
local V = {}
V.__unm = function(a) return setmetatable({ x = -a.x }, V) end
local w = setmetatable({ x = 3 }, V)
print((-w).x, (- -w).x)
