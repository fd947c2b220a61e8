-- Sorting records by several criteria, with metamethods, by index.
local recs = { { n = "b", v = 2 }, { n = "a", v = 2 }, { n = "c", v = 1 } }
table.sort(recs, function(x, y) if x.v ~= y.v then return x.v < y.v end return x.n < y.n end)
for i, r in ipairs(recs) do print(i, r.n, r.v) end
local mt = { __lt = function(a, b) return a.p < b.p end }
local objs = {}
for i, p in ipairs { 5, 3, 9 } do objs[i] = setmetatable({ p = p }, mt) end
table.sort(objs)
print(objs[1].p, objs[2].p, objs[3].p)
local data, idx = { 30, 10, 20 }, { 1, 2, 3 }
table.sort(idx, function(a, b) return data[a] < data[b] end)
print(table.concat(idx, " "))
