local mt = {}
mt.__eq = function(a, b) print("eq") return a.v == b.v end
mt.__lt = function(a, b) return a.v < b.v end
mt.__le = function(a, b) return a.v <= b.v end
local function new(v) return setmetatable({ v = v }, mt) end
local a, b, c = new(1), new(2), new(1)
print(a == b, a == c, a ~= b, a == a, a < b, a > b, a <= c, a >= b)
local only = { __lt = function(x, y) return x.v < y.v end }
local p, q = setmetatable({ v = 1 }, only), setmetatable({ v = 2 }, only)
print(p <= q, q <= p, p >= q)
print(rawequal(a, c), a == 1)
print(pcall(function() return a < 1 end))
print(pcall(function() return p < {} end))
