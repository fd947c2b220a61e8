-- Decimal escapes of one, two and three digits.
print("\65\66\67", #"\65\66\67")
print("\065\0661", #"\065\0661")
local z = "a\0b"
print("embedded zero", #z, z:byte(1, -1))
print("max", ("\255"):byte())
print("digits follow", "\0491", "\1234")
print(("\9x\10y\13z"):byte(1, -1))
for _, s in ipairs { "\0", "\00", "\000", "\7", "\07", "\007" } do print(#s, s:byte()) end
print("\104\101\108\108\111", '\x68\101\108\x6c\111')
