-- Unary ~.
print(~0, ~-1, ~1, ~5)
print(~math.maxinteger == math.mininteger, ~math.mininteger == math.maxinteger)
print(~~7, -~7, ~-7)
print(~0xFF & 0xFFFF, string.format("%x", ~0xFF & 0xFFFF))
local x = 10
print(-x == ~x + 1, ~x == -x - 1)
