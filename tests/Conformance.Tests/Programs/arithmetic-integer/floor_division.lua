-- Integer floor division rounds to minus infinity.
for _, p in ipairs { { 7, 2 }, { -7, 2 }, { 7, -2 }, { -7, -2 }, { 6, 3 }, { -6, 3 }, { 0, 5 }, { 1, 10 }, { -1, 10 } } do
  local q = p[1] // p[2]
  print(p[1], p[2], q, math.type(q))
end
print(math.mininteger // -1)
print(math.maxinteger // -1)
print(math.mininteger // 1)
print("math.maxinteger // 2", math.maxinteger // 2)
print("math.mininteger // 2", math.mininteger // 2)
