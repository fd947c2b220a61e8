-- type of every value.
print(type(nil), type(true), type(1), type(1.5), type("s"), type({}), type(print), type(function() end), type(coroutine.create(print)))
print("type(type)", type(type))
print("type(type(1))", type(type(1)))
print("type(nil) == 'nil'", type(nil) == "nil")
print(select(2, pcall(function() local t = type() end)))
local counts = {}
for _, v in ipairs { 1, "a", {}, print, true, 2.5, "b" } do local k = type(v) counts[k] = (counts[k] or 0) + 1 end
print("counts.number", counts.number)
print("counts.string", counts.string)
print("counts.table", counts.table)
print("counts['function']", counts["function"])
print("counts.boolean", counts.boolean)
