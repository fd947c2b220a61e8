-- A zero-terminated text may end with the string; no option may follow then, not even one without data.
local s = 'abc 7890'
print(string.unpack('z', s, -4))
print(pcall(string.unpack, 'z!4', s, -4))
print(pcall(string.unpack, 'z<', s, -4))
print(pcall(string.unpack, 'z ', s))
print(pcall(string.unpack, 'zb', s))
print(string.unpack('z<', 'abc\0'))
print(string.unpack('< > ! = i2', '\1\0'))
print(string.packsize(' < i4 !8 '), #string.pack('< > z =', 'x'))
print(pcall(string.unpack, 'zX', s), pcall(string.unpack, '', s, 9), pcall(string.unpack, ' ', s, 10))
print(#string.pack("b\0i4", 1), string.packsize("i4\0i8"), string.unpack("b\0b", "ab"), pcall(string.pack, "\0y"), pcall(string.pack, "bX\0i4", 1))
