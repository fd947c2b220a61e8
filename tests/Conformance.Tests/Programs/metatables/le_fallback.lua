-- Without __le, a <= b falls back to not (b < a).
local log = {}
local mt = { __lt = function(a, b) log[#log + 1] = a.n .. "<" .. b.n return a.v < b.v end }
local function new(n, x) return setmetatable({ n = n, v = x }, mt) end
local a, b, c = new("a", 1), new("b", 2), new("c", 1)
print("a <= b", a <= b)
print("b <= a", b <= a)
print("a <= c", a <= c)
print("a >= b", a >= b)
print(table.concat(log, " "))
print(pcall(function() return setmetatable({}, {}) <= setmetatable({}, {}) end))
