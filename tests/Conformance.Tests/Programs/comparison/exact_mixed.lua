-- Integers and floats compare by exact mathematical value.
local max = math.maxinteger
print(max < max + 0.0, max == max + 0.0, max <= 2^63)
print(2^53 == 2^53 | 0, (1 << 53) + 1 == 2^53, (1 << 53) + 1 > 2^53)
print(9007199254740993 < 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
print(math.mininteger == -2^63, math.mininteger <= -2^63, math.mininteger < -2^63)
print(max > 9.2233720368547e18, max < 9.3e18, math.mininteger > -9.3e18)
print(1 < math.huge, max < math.huge, math.mininteger > -math.huge)
print(5 < 5.5, 5 <= 5.5, 6 < 5.5, -5 < -5.5, -6 <= -5.5)
