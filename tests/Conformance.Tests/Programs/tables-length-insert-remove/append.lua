-- Appending by t[#t+1] and table.insert.
local t = {}
t[#t + 1] = "a"
table.insert(t, "b")
t[#t + 1] = "c"
print(#t, table.concat(t, ","))
for i = 1, 20 do t[#t + 1] = i end
print(#t, t[4], t[23])
table.insert(t, 1, "first")
table.insert(t, #t + 1, "last")
print(#t, t[1], t[2], t[#t])
table.insert(t, 3, "third")
print(table.concat(t, ",", 1, 5))
