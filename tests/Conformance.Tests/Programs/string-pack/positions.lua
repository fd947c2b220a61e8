-- unpack with positions, several values, the next position.
local s = string.pack("<i4i4i4", 10, 20, 30)
print(string.unpack("<i4", s))
print(string.unpack("<i4", s, 5))
print(string.unpack("<i4i4", s, 5))
print(string.unpack("<i4", s, -4))
local pos, out = 1, {}
while pos <= #s do
  local v
  v, pos = string.unpack("<i4", s, pos)
  out[#out + 1] = v
end
print(table.concat(out, ","), pos)
print(string.unpack("", "abc"))
print(string.unpack("", "abc", 3))
print(select("#", string.unpack("<bbb", "\1\2\3")))
print(("BB"):unpack("\5\6"))
