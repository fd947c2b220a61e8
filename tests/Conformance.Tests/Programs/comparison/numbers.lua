-- Comparison of integers and floats.
print(1 < 2, 2 < 1, 1 <= 1, 1 >= 2, 2 > 1)
print(1 < 1.5, 1.0 <= 1, 1 == 1.0, 1 ~= 1.0)
print(-1 < 0, -0.0 == 0, 0.1 + 0.2 > 0.3)
print(math.mininteger < math.maxinteger, -math.huge < math.mininteger)
local list = { 3, 1.5, -2, 0, 2^10, 7 }
table.sort(list)
print(table.concat(list, " "))
