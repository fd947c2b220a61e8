-- f d n.
local function hex(s) return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
print("hex(string.pack('>d', 1))", hex(string.pack(">d", 1)))
print("hex(string.pack('<d', -2.5))", hex(string.pack("<d", -2.5)))
print("hex(string.pack('>f', 0.5))", hex(string.pack(">f", 0.5)))
print("hex(string.pack('>n', 3))", hex(string.pack(">n", 3)))
print(string.unpack(">d", string.pack(">d", math.pi)))
print("string.unpack('<f', string.pack('<f', 1.5))", string.unpack("<f", string.pack("<f", 1.5)))
print("string.unpack('<f', string.pack('<f', 0.1))", string.unpack("<f", string.pack("<f", 0.1)))
print("string.unpack('<d', string.pack('<d', 1/0))", string.unpack("<d", string.pack("<d", 1/0)))
print("hex(string.pack('>d', -0.0))", hex(string.pack(">d", -0.0)))
print("hex(string.pack('>f', 1/0))", hex(string.pack(">f", 1/0)))
