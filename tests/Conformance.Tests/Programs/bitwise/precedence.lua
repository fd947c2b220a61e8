-- Precedence of bitwise operators against arithmetic and comparison.
print(1 | 2 & 3, (1 | 2) & 3)
print(1 | 2 ~ 3, (1 | 2) ~ 3, 6 ~ 3 & 1)
print(1 << 2 + 1, (1 << 2) + 1)
print(2 * 3 & 5, 1 + 1 << 1 + 1)
print(5 & 3 == 1, 5 & 3 ~= 1)
print(~1 + 2, ~(1 + 2), -1 >> 60 & 7)
print("1" .. 1 << 2, 8 >> 1 .. "")
print(1 << 1 .. "" == 2, 2 ~ 3 | 4)
