-- table.pack.
local t = table.pack("a", nil, "c")
print(t.n, t[1], t[2], t[3])
print(table.pack().n, table.pack(nil).n, table.pack(nil, nil).n)
local function f(...) return table.pack(...) end
print(f(1, 2, 3).n, f().n)
local u = table.pack(table.unpack({ 1, 2, 3 }))
print(u.n, #u)
