-- Numbers as text: integral floats without ".0", others in the shortest form that reads back (spec/lua.md section 4).
print(10 / 2, 0.1 + 0.2, 3.0, -0.5, 1e15, 1e20, 1e21, 1e100, 2^53)
print(0.0001, 0.00001, 1.5e-7, 123456789.125, 1 / 3)
print(tostring(7.0), 7.0 .. "", "id-" .. 4 / 2, ("%s"):format(2.0), table.concat({ 1.0, 2.5, 3 }, ","))
print(1 / 0, -1 / 0, math.maxinteger, math.mininteger, math.pi)
print(math.type(7.0), 7.0 == 7, #tostring(2^31))
print("one", nil, true, 2)
