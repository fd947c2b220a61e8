-- Mixed operands convert to float.
local function t(x) return x, math.type(x) end
print(t(1 + 1.0))
print(t(1 - 0.5))
print(t(3 * 2.0))
print(t(7 // 2.0))
print(t(7 % 2.0))
print(t(7.5 // 2))
print(t(-7.5 % 2))
print(t(2 ^ 2))
print(t(10 // 3))
print(1 == 1.0, math.type(1) == math.type(1.0))
print(2^53 + 1, 2^53 | 0)
