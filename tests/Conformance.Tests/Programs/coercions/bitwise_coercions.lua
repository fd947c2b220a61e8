-- Bitwise operators accept integral floats and numeric strings.
print(3.0 | 4, 7.0 & 3, 5.0 ~ 1, 1.0 << 4, 256.0 >> 4, ~0.0)
print("3" | 4, "0xff" & "15", "5" ~ 1, "1" << "3", ~"0")
print("3.0" | 0, "1e2" | 0)
print(math.type("3" | 4), math.type(2.0 | 1))
print(2^53 | 0, -2^63 | 0)
