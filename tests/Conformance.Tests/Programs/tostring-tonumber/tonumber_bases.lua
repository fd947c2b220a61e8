-- tonumber with an explicit base.
print(tonumber("1010", 2), tonumber("777", 8), tonumber("ff", 16), tonumber("FF", 16), tonumber("zz", 36), tonumber("Zz", 36))
print(tonumber("12", 3), tonumber("13", 3), tonumber("8", 8), tonumber("g", 16), tonumber("", 10), tonumber(" ", 10))
print(tonumber("  11  ", 2), tonumber("-101", 2), tonumber("- 1", 2), tonumber("1 1", 2), tonumber("1.0", 10), tonumber("0x10", 16))
print(tonumber("7fffffffffffffff", 16), tonumber("ffffffffffffffff", 16), tonumber("1" .. ("0"):rep(64), 2))
print(math.type(tonumber("10", 10)), tonumber("1e1", 16), tonumber("1e1", 10))
