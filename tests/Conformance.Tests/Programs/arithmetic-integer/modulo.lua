-- Integer modulo takes the sign of the divisor.
for _, p in ipairs { { 7, 3 }, { -7, 3 }, { 7, -3 }, { -7, -3 }, { 6, 3 }, { -6, 3 }, { 0, 5 }, { 2, 5 }, { -2, 5 } } do
  local a, b = p[1], p[2]
  local r = a % b
  print(a, b, r, math.type(r), a == (a // b) * b + r)
end
print("math.mininteger % -1", math.mininteger % -1)
print("math.maxinteger % -1", math.maxinteger % -1)
print("math.mininteger % 10", math.mininteger % 10)
print("math.maxinteger % 10", math.maxinteger % 10)
print("math.mininteger % math.maxinteger", math.mininteger % math.maxinteger)
print("math.maxinteger % math.mininteger", math.maxinteger % math.mininteger)
