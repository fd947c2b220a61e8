-- ! alignment, X padding, spaces.
local function hex(s) return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
print("hex(string.pack('<!4 b i4', 1, 2))", hex(string.pack("<!4 b i4", 1, 2)))
print("hex(string.pack('<!2 b i4', 1, 2))", hex(string.pack("<!2 b i4", 1, 2)))
print("hex(string.pack('< b i4', 1, 2))", hex(string.pack("< b i4", 1, 2)))
print("hex(string.pack('<!4 b Xi4 b', 1, 2))", hex(string.pack("<!4 b Xi4 b", 1, 2)))
print("hex(string.pack('<!8 b d', 1, 1))", hex(string.pack("<!8 b d", 1, 1)))
print("string.packsize('<!4 b i4')", string.packsize("<!4 b i4"))
print("string.packsize('<!8 b i8 b')", string.packsize("<!8 b i8 b"))
print("string.packsize('<bXi2')", string.packsize("<bXi2"))
print("string.packsize('!4 i1 !2 i4')", string.packsize("!4 i1 !2 i4"))
print(string.unpack("<!4 b i4", "\1\0\0\0\2\0\0\0"))

-- What X may be followed by.
for _, option in ipairs({"x", "b", "i4", "s", "s2", "j", "d", "z", "c4", " ", "<", "X", "!4", ""}) do
  print("X" .. option, pcall(string.packsize, "!8bX" .. option), (pcall(string.pack, "!8bX" .. option .. "b", 1, 2)))
end
