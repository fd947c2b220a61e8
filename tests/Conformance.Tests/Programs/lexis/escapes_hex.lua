-- \xHH escapes take exactly two hexadecimal digits.
print("\x41\x42\x43")
print("\x4a\x4B", "\x7e\x7E")
print(#"\x00\xff")
print(("\x00\xff"):byte(1, 2))
print("\x41\x2B1")
print("\xe2\x82\xac" == "€")
print("#'€'", #"€")
