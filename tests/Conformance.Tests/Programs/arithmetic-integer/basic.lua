-- Integer addition, subtraction, multiplication keep the integer subtype.
local a, b = 17, 5
print("add", a + b, math.type(a + b))
print("sub", a - b, b - a)
print("mul", a * b, -a * b)
print("neg", -a, - -a, -0)
print("chain", a + b - a * b + 1)
print("zero", 0 * -5, math.type(0 * -5))
local sum = 0
for i = 1, 100 do sum = sum + i end
print("sum", sum)
local p = 1
for i = 1, 20 do p = p * i end
print("20!", p)
