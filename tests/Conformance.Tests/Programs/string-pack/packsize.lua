-- packsize of fixed formats.
for _, f in ipairs { "b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "f", "d", "n", "i3", "i7", "c10", "x", "<i4>i2", "bhij", "" } do
  print("[" .. f .. "]", string.packsize(f))
end
print(string.packsize("<b h i l j"), string.packsize("!8 b j"), string.packsize("! b d b"))
print(string.packsize("c0"), string.packsize("c255"), string.packsize("xxxx"))
for n = 1, 16 do print(n, string.packsize("i" .. n), string.packsize("I" .. n)) end
print(#string.pack("bhij", 1, 2, 3, 4) == string.packsize("bhij"))
local ok, e = pcall(function() local n = string.packsize("i4s") return n end)
print(ok, e)
