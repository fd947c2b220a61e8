-- The first operand's metamethod wins; the second is tried next.
local A, B = {}, {}
A.__add = function() return "A" end
B.__add = function() return "B" end
B.__sub = function() return "B sub" end
local a, b = setmetatable({}, A), setmetatable({}, B)
print(a + b, b + a, a + 1, 1 + b)
print(a - b, b - a, 1 - b)
print(pcall(function() return a - 1 end))
print(pcall(function() return a * b end))
A.__sub = false
print(pcall(function() return a - 1 end))
