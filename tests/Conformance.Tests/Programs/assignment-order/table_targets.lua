-- Targets are evaluated before assignment takes place.
local t = {}
local k = "a"
k, t[k] = "b", "value"
print(k, t.a, t.b)
local list = { { n = 1 }, { n = 2 } }
local cur = list[1]
cur.next, cur = list[2], list[2]
print(list[1].next == list[2], cur == list[2])
local node = { v = 1 }
node, node.v = { v = "new" }, "old changed"
print(node.v)
local a = { 10, 20, 30 }
local i = 3
i, a[i] = i - 1, a[i - 1]
print(i, a[1], a[2], a[3])
