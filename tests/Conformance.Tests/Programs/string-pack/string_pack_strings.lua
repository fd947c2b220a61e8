-- s z x c formats.
local function show(s) return (s:gsub("[^%g ]", function(c) return ("\\%d"):format(c:byte()) end)) end
print(show(string.pack("z", "hi")), show(string.pack("<s1", "abc")), show(string.pack("<s2", "abc")), show(string.pack(">s4", "x")))
print(show(string.pack("c5", "abc")), show(string.pack("c3", "abc")), show(string.pack("<bxb", 1, 2)))
print(string.unpack("z", "hello\0rest"))
print(string.unpack("<s1", "\3abcdef"))
print(string.unpack("c3", "abcdef"))
print(string.unpack("zz<i2", "a\0b\0\1\0"))
print(string.unpack("z", "skip\0x\0", 6))
print(#string.pack("s", "abc"), #string.pack("z", ""))
