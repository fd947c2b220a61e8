-- Exponentiation.
print(2 ^ 3, 2 ^ 3 ^ 2, (2 ^ 3) ^ 2)
print(2 ^ 0.5, 8 ^ (1/3))
print(10 ^ -2, 0 ^ 1, 1 ^ math.huge)
print((-1) ^ 0.5 ~= (-1) ^ 0.5)
print(-3 ^ 2, (-3) ^ 2)
print(2.0 ^ 62, 2 ^ 62 == 1 << 62)
print(math.huge ^ 0, 0 ^ -1, 2 ^ -math.huge)
