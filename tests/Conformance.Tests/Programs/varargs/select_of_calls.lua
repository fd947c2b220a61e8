-- select over the results of a call: counts, positions from both ends, order of evaluation, errors.
local function many(...) print("many", ...) return ... end
local function index(n) print("index", n) return n end
print(select("#", many()), select("#", many(nil)), select("#", many(1, nil, nil)))
print(select(2, many("a", "b", "c")))
print((select(2, many("a", "b", "c"))), (select(4, many("a", "b", "c"))))
print(select(index(-1), many(1, 2, 3)))
print(select(index(-3), many(1, 2, 3)))
print(pcall(function() return select(-4, many(1, 2, 3)) end))
print(pcall(function() return (select(0, many(1))) end))
print(pcall(function() return select("x", many(1)) end))
print(pcall(function() return select({}, many(1)) end))
print(select("2", many("a", "b")), select(2.0, many("a", "b")))
print(select(2, pcall(function() error("boom", 0) end)), select("#", pcall(error)))
local t = { 1, nil, 3, n = 3 }
print(select("#", table.unpack(t, 1, t.n)), select("#", table.unpack({ 1, 2, 3, 4, 5, 6, 7 })), select("#", table.unpack({})))
local a, b, c, d, e = table.unpack({ 1, 2, 3, 4, 5, 6 })
print(a, b, c, d, e)
local p = setmetatable({}, { __index = function(_, i) return i * i end, __len = function() return 4 end })
print(table.unpack(p)) print(select("#", table.unpack(p, -2, 2)), select(3, table.unpack(p, -2, 2)))
print(select("#", ("x y z"):gsub("%s", "")), (select(2, ("x y z"):gsub("%s", ""))))
local co = coroutine.wrap(function() print(select("#", coroutine.yield(1))) return select(2, coroutine.yield(2)) end)
print(co(), co("a", "b"), co("x", "y", "z"))
