local function count(...) return select("#", ...) end
print(count(), count(nil), count(1, nil), count(nil, nil, nil))
local function pack(...) return { n = select("#", ...), ... } end
local p = pack(1, nil, 3)
print(p.n, p[1], p[2], p[3])
local function mid(...) return "a", ..., "b" end
print(mid(1, 2, 3)) print(mid())
local function tail(...) return "a", ... end
print(tail(1, 2, 3)) print(tail())
local function sum(...) local s = 0 for _, v in ipairs { ... } do s = s + v end return s end
print(sum(1, 2, 3), sum())
local function first(a, ...) return a, count(...) end
print(first(1, 2, 3)) print(first()) print(first(nil, nil))
local function nested(...) local args = { ... } return function() return table.unpack(args) end end
print(nested(1, 2, 3)())
print((...) == nil, count(...))
local function four(a, b, c, d, ...) return d, count(...) end
print(four(1, 2, 3, 4, 5, 6)) print(four(1))
local big = {}
for i = 1, 200 do big[i] = i end
print(select("#", table.unpack(big)), (select(200, table.unpack(big))), count(0, table.unpack(big)))
local function adj(...) local a, b, c = ... return a, b, c end
print(adj(1)) print(adj(1, 2, 3, 4))
local t = { ..., 1 } print(t[1], t[2])
print(pcall(select, 0))
print(math.max(table.unpack { 3, 9, 2 }))
local a, b = (function(...) return ... end)(1, 2, 3) print(a, b)
print(table.pack(nil, nil).n, table.pack().n)
