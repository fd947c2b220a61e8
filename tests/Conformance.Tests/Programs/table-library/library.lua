local t = { 5, 2, 8, 1 }
table.sort(t) print(table.concat(t, " "))
table.sort(t, function(a, b) return a > b end) print(table.concat(t, ","))
table.insert(t, 7) table.insert(t, 1, 0) print(table.concat(t, " "))
print(table.remove(t), table.remove(t, 1), table.concat(t, " "), table.remove({}))
print(table.unpack({ 1, 2, 3 }, 2), table.unpack({ 1, 2, 3 }, 2, 3))
print(table.concat({ 1, 2.5, "x" }, "-"), table.concat({}, "x"), table.concat({ 1, 2, 3 }, ",", 2, 3))
print(table.concat(table.move({ 1, 2, 3 }, 1, 3, 2), " "))
print(table.pack(1, nil).n)
print(pcall(table.concat, { {} }))
print(pcall(table.insert, { 1 }, 5, 2))
local words = { "pear", "apple", "fig" }
table.sort(words) print(table.concat(words, " "))
table.sort(words, function(a, b) return #a < #b end) print(words[1])
local s = {}
for i = 1, 1000 do s[i] = (i * 7919) % 1009 end
table.sort(s)
local ok = true
for i = 2, #s do ok = ok and s[i - 1] <= s[i] end
print(ok)
print(pcall(table.sort, { 1, "x" }))
print(#table.pack(table.unpack({}, 1, 3)))
