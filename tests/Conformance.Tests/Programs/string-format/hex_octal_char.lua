-- %x %X %o %c.
local f = string.format
print("f('%x %X %o', 255, 255, 8)", f("%x %X %o", 255, 255, 8))
print("f('%x', -1)", f("%x", -1))
print("f('%o', -1)", f("%o", -1))
print("f('[%#x] [%#X] [%#o]', 255, 255, 8)", f("[%#x] [%#X] [%#o]", 255, 255, 8))
print("f('%#x %#o', 0, 0)", f("%#x %#o", 0, 0))
print(f("[%6x] [%-6x] [%06x] [%.4x]", 0xab, 0xab, 0xab, 0xab))
print("f('%c%c%c', 76, 117, 97)", f("%c%c%c", 76, 117, 97))
print("#f('%c', 0)", #f("%c", 0))
print("f('[%3c] [%-3c]', 65, 66)", f("[%3c] [%-3c]", 65, 66))
print("f('%08X', 0xDEADBEEF)", f("%08X", 0xDEADBEEF))
print("f('%x', math.mininteger)", f("%x", math.mininteger))
