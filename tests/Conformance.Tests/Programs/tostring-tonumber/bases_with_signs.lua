-- Signs, spaces and digits of tonumber with a base.
for _, text in ipairs { "+1Z", "-1z", "  +10  ", "+-1", "-+1", "+", "-", "", " ", "+ 1", "1+", "zz", "7fffffffffffffff", "ffffffffffffffff", "10000000000000000", "\t11\n", "1.0", "0x10" } do
  print(("%q"):format(text), tonumber(text, 36), tonumber(text, 16), tonumber(text, 2))
end
for base = 2, 36 do print(base, tonumber("\t10000000000\t", base), tonumber("-11", base)) end
