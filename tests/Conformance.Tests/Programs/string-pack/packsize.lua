-- packsize of fixed formats.
for _, f in ipairs { "b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "f", "d", "n", "i3", "i7", "c10", "x", "<i4>i2", "bhij", "" } do
  print("[" .. f .. "]", string.packsize(f))
end
