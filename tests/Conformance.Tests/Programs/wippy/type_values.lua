-- Types are values (spec/lua.md section 10).
type Order = { id: integer, note?: string }
print(type(Order), Order:is({ id = 1 }))
print(string("text"), pcall(integer, "x"))
print(Number(1))
