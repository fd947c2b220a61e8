-- Negative, zero and large integer keys.
local t = {}
for i = -2, 2 do t[i] = "v" .. i end
print(t[-2], t[-1], t[0], t[1], t[2], #t)
t[math.maxinteger] = "max" t[math.mininteger] = "min"
print(t[math.maxinteger], t[math.mininteger], t[math.maxinteger + 1])
t[1 << 40] = "big"
print(t[2^40], t[1099511627776])
local count = 0
for _ in pairs(t) do count = count + 1 end
print(count)
