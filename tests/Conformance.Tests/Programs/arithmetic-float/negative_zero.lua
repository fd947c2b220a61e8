-- Negative zero compares equal but divides differently.
local nz = -0.0
print("nz", nz)
print("nz == 0", nz == 0)
print("1 / nz", 1 / nz)
print("1 / 0.0", 1 / 0.0)
print("0.0 * -1", 0.0 * -1)
print("-0.0 + 0.0", -0.0 + 0.0)
print("0 * -1", 0 * -1)
print("math.type(-0)", math.type(-0))
print("-0", -0)
print(string.format("%g %g", nz, -nz))
local t = {}
t[0.0] = "zero"
print("t[-0.0]", t[-0.0])
print("t[0]", t[0])
