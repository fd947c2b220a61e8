-- table.remove at both ends and in the middle.
local t = { "a", "b", "c", "d", "e" }
print(table.remove(t), #t)
print(table.remove(t, 1), #t, t[1])
print(table.remove(t, 2), table.concat(t, ","))
print(table.remove(t, #t + 1), #t)
print(table.remove(t, #t), table.remove(t), #t)
print(table.remove(t), #t)
print(table.remove({}), table.remove({}, 0), table.remove({ [0] = "zero" }, 0))
print(select("#", table.remove({})))
