-- Two traversals at once over the same table, and next by hand.
local t = { a = 1, b = 2, c = 3 }
local pairs_seen = {}
for k1, v1 in pairs(t) do for k2, v2 in pairs(t) do if k1 < k2 then pairs_seen[#pairs_seen + 1] = k1 .. k2 .. v1 + v2 end end end
table.sort(pairs_seen)
print(table.concat(pairs_seen, " "))
local k, v = next(t)
local n = 0
while k do n = n + v k, v = next(t, k) end
print(n)
local function clone(t) local r = {} for k, v in next, t do r[k] = type(v) == "table" and clone(v) or v end return r end
local c = clone { 1, { 2, x = { y = 3 } } }
print(c[1], c[2][1], c[2].x.y)
