-- Types are values (spec/lua.md section 10).
type Order = { id: integer, note?: string }
local order = { id = 1 }
local value, err = Order:is(order)
print(type(Order), value == order, err)
print(string("text"), pcall(integer, "x"))
print(Number(1))
