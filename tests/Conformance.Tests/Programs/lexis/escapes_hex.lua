-- \xHH escapes take exactly two hexadecimal digits.
print("\x41\x42\x43")
print("\x4a\x4B", "\x7e\x7E")
print(#"\x00\xff")
print(("\x00\xff"):byte(1, 2))
print("\x41\x2B1")
print("\xe2\x82\xac" == "€")
print("#'€'", #"€")
local out = {}
for i = 1, 4 do out[i] = ("\x01\x7F\x80\xFF"):byte(i) end
print(table.concat(out, " "))
print('\x27', "\x22", "\x5c\x6e")
