-- __lt and __le with mixed operand kinds.
local mt = {}
local function v(x) return type(x) == "table" and x.v or x end
mt.__lt = function(a, b) return v(a) < v(b) end
mt.__le = function(a, b) return v(a) <= v(b) end
local function new(x) return setmetatable({ v = x }, mt) end
local a, b = new(1), new(2)
print(a < b, a > b, a <= b, a >= b, a <= a, a < a)
print(a < 5, 5 < a, a <= 1, 1 >= a, 0 > a)
print(not (a < b), pcall(function() return a < "x" end))
local truthy = setmetatable({}, { __lt = function() return 0 end, __le = function() return nil end })
print(truthy < truthy, truthy <= truthy, truthy > truthy, truthy >= truthy)
