-- os.date with !*t.
local function show(t)
  local d = os.date("!*t", t)
  print(d.year, d.month, d.day, d.hour, d.min, d.sec, d.wday, d.yday, d.isdst)
end
show(0)
show(951827696)
show(1709251199)
show(1709251200)
show(4102444799)
print(math.type(os.date("!*t", 0).year), type(os.date("!*t", 5)))
