-- String comparison is bytewise.
print("a" < "b", "a" < "B", "Z" < "a", "abc" < "abd", "ab" < "abc")
print("" < "a", "" == "", "a" <= "a", "a" >= "b")
print("10" < "9", "2" < "10", "02" < "1")
print("a\0b" < "a\0c", "a\0" > "a", "a\0b" == "a\0b")
print("\xff" > "a", "é" > "z", "\x80" < "\x81")
local words = { "pear", "Apple", "fig", "apple", "Banana", "" }
table.sort(words)
print(table.concat(words, ","))
