-- Integer formats of several sizes and both byte orders.
local function hex(s) return (s:gsub(".", function(c) return ("%02x "):format(c:byte()) end)) end
print("hex(string.pack('<b', -1))", hex(string.pack("<b", -1)))
print("hex(string.pack('<B', 255))", hex(string.pack("<B", 255)))
print("hex(string.pack('<h', 258))", hex(string.pack("<h", 258)))
print("hex(string.pack('>h', 258))", hex(string.pack(">h", 258)))
print("hex(string.pack('<H', 65535))", hex(string.pack("<H", 65535)))
print("hex(string.pack('<i', 1))", hex(string.pack("<i", 1)))
print("hex(string.pack('>I', 0xDEADBEEF))", hex(string.pack(">I", 0xDEADBEEF)))
print("hex(string.pack('<l', -2))", hex(string.pack("<l", -2)))
print("hex(string.pack('>j', 1))", hex(string.pack(">j", 1)))
print("hex(string.pack('<J', -1))", hex(string.pack("<J", -1)))
for n = 1, 8 do print(n, hex(string.pack("<i" .. n, -2)), hex(string.pack(">I" .. n, 5))) end
print("hex(string.pack('<i16', -2))", hex(string.pack("<i16", -2)))
print("hex(string.pack('>I9', 1))", hex(string.pack(">I9", 1)))
print(string.unpack("<i2", "\xfe\xff"))
print(string.unpack("<I2", "\xfe\xff"))
print(string.unpack(">i3", "\xff\xff\xfd"))
