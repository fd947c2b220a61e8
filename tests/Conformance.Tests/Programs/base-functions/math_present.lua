-- Members of the math table.
for _, n in ipairs { "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "random", "randomseed", "sin", "sqrt", "tan", "tointeger", "type", "ult" } do
  print(n, type(math[n]))
end
print(math.pi > 3.14, math.huge > math.maxinteger)
print(math.floor == math["floor"], rawequal(math.abs, math.abs))
local names = {}
for _, n in ipairs { "floor", "ceil", "sqrt" } do names[#names + 1] = n .. "=" .. tostring(math[n](16)) end
print(table.concat(names, " "))
print(math.nothing)
