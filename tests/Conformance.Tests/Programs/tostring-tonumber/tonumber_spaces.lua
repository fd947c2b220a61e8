-- White space around numerals is allowed.
print(tonumber("  12  "), tonumber("\t3\n"), tonumber(" 1 2 "), tonumber("\v\f5"), tonumber("5\0"), tonumber(" 0x10 "))
print(tonumber("  "), tonumber("12 a"), tonumber("\n-7\r\n"), tonumber(" + 1"))
print(math.type(tonumber(" 4.0 ")), math.type(tonumber(" 4 ")))
