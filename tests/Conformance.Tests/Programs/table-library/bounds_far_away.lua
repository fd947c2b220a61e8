-- Positions beyond 32 bits, and at the ends of the integers.
local far = {}
for _, i in ipairs { 2 ^ 31 | 0, 2 ^ 32 | 0, 2 ^ 53 | 0, math.maxinteger - 2, math.mininteger } do
  for j = 0, 2 do far[i + j] = "v" .. j end
  print(table.concat(far, "-", i, i + 2), select("#", table.unpack(far, i, i + 2)), (select(3, table.unpack(far, i, i + 2))))
end
print(table.concat(far, "-", math.maxinteger, math.maxinteger), table.concat(far, "-", math.maxinteger, math.mininteger))
print(pcall(table.concat, far, "-", 2 ^ 31 | 0, (2 ^ 31 | 0) + 3))
print(pcall(table.concat, far, "-", math.maxinteger - 3, math.maxinteger))
print(pcall(table.concat, far, "-", math.mininteger, math.maxinteger))
print(pcall(table.concat, far, "-", 2 ^ 53, 2 ^ 53 + 2), pcall(table.concat, far, "-", 1.5))
local moved = table.move(far, math.maxinteger - 2, math.maxinteger, 1)
print(table.concat(moved, ",", 1, 3))
moved = table.move(far, math.mininteger, math.mininteger + 2, math.maxinteger - 2, {})
print(moved[math.maxinteger], moved[math.maxinteger - 2])
print(pcall(table.move, far, 1, math.maxinteger, 2))
print(pcall(table.move, far, -1, math.maxinteger, 2))
print(pcall(table.move, far, math.mininteger, -1, 2))
print(pcall(table.unpack, far, math.mininteger, math.maxinteger))
print(pcall(table.unpack, far, 0, math.maxinteger))
print(pcall(table.unpack, {}, 1, 1e6), pcall(table.unpack, {}, 1, 1e7))
print(select("#", table.unpack({}, 1, 900000)))
print(pcall(string.byte, ("x"):rep(2000000), 1, -1))
print(pcall(table.insert, far, 2 ^ 40, 1))
print(pcall(table.remove, far, 2 ^ 40))
