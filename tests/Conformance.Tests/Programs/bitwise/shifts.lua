-- Shifts are logical; large counts give zero; negative counts reverse.
print(1 << 0, 1 << 1, 1 << 62, 1 << 63, 1 << 64, 1 << 100)
print(-1 >> 1, -1 >> 63, -1 >> 64, -1 << 63, -1 >> 0)
print(1 << -1, 8 << -2, 8 >> -2, -1 >> -1, 1 >> -63, 1 >> -64)
print(0xFF << 8, 0xFF00 >> 8, 256 >> 9)
print(math.mininteger >> 63, math.mininteger >> 1)
print(1 << math.maxinteger, 1 << math.mininteger, 1 >> math.mininteger)
print(2 << 3 << 1, 256 >> 2 >> 1)
