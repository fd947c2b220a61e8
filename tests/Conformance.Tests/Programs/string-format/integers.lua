-- %d and %i with flags, width, precision.
local f = string.format
print("f('%d %d %d', 0, 42, -42)", f("%d %d %d", 0, 42, -42))
print("f('%i', 7)", f("%i", 7))
print(f("[%5d] [%-5d] [%05d] [%+d] [% d]", 42, 42, 42, 42, 42))
print(f("[%5d] [%-5d] [%05d] [%+d] [% d]", -42, -42, -42, -42, -42))
print(f("[%.3d] [%5.3d] [%-6.3d] [%.0d]", 7, 7, 7, 0))
print(f("%d %d", math.maxinteger, math.mininteger))
print("f('%d %d', 3.0, '10')", f("%d %d", 3.0, "10"))
print("f('%3d|%-3d|', 12345, 12345)", f("%3d|%-3d|", 12345, 12345))
print(f("[%+5d] [%-+5d] [%+05d]", 3, 3, 3))
