-- Limits of double precision.
print(2^53 == 2^53 + 1)
print(9007199254740992 + 1.0, 9007199254740993)
print(string.format("%.17g", 0.1), string.format("%.17g", 1/3))
print(string.format("%.0f", 2^63), string.format("%.3f", 2.0005))
print(1 + 2^-52 > 1, 1 + 2^-53 > 1)
print(4.9e-324 > 0, 4.9e-324 / 2)
print(1.7976931348623157e308 < math.huge)
local s = 0
for _ = 1, 10 do s = s + 0.1 end
print(s, s == 1, string.format("%.17g", s))
