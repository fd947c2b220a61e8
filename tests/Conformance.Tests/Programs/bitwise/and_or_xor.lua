-- Bitwise and, or, exclusive or.
print(12 & 10, 12 | 10, 12 ~ 10)
print(0xFF & 0x0F, 0xF0 | 0x0F, 0xFF ~ 0x0F)
print(-1 & 0xFF, -1 | 1, -1 ~ -1)
print(math.mininteger | math.maxinteger, math.mininteger & math.maxinteger)
print(5 & 0, 5 | 0, 5 ~ 0)
local flags = { read = 1, write = 2, exec = 4 }
local perm = flags.read | flags.exec
print(perm, perm & flags.write ~= 0, perm & flags.exec ~= 0)
perm = perm & ~flags.read
print(perm)
perm = perm ~ flags.write
print(perm)
