local t = { 1, 2, 3, nil, 5 }
print(t[1], t[5], t[6])
t = { [1] = "a", [2] = "b", [1.0] = "c" }
print(t[1], #t)
t = {}
t[1.0] = "x" t[2^53] = "y"
print(t[1], t[2^53|0], next({}))
t["a b"] = 1 t[true] = 2 t[1.5] = 3
print(t["a b"], t[true], t[1.5], t.missing)
print(pcall(function() t[nil] = 1 end))
print(pcall(function() t[0/0] = 1 end))
print(t[nil])
local k = {}
t[k] = "key" print(t[k], t[{}])
print(#{ 1, 2, 3 }, #{}, #{ n = 1 })
local a = { x = { y = { z = "deep" } } }
print(a.x.y.z, a["x"]["y"].z)
a.x.y.z = nil print(a.x.y.z)
local arr = {}
for i = 1, 100 do arr[i] = i end
for i = 100, 51, -1 do arr[i] = nil end
print(#arr)
print(rawget(a, "x") ~= nil, rawequal(a, a))
rawset(a, "r", 1) print(a.r)
local nested = { { 1, 2 }, { 3, 4, { 5 } } }
print(nested[2][3][1], #nested[2])
local trailing = { 1, 2, } print(#trailing)
local semi = { 1; 2; x = 3; } print(#semi, semi.x)
local fnt = { f = function(x) return x end, ["g h"] = function() return "gh" end }
print(fnt.f(1), fnt["g h"]())
print(pcall(function() return { [nil] = 1 } end))
local order = {}
local o = { "a", "b", z = 1, y = 2, x = 3 }
for key in pairs({ 1, 2, 3 }) do order[#order + 1] = key end
print(table.concat(order, ","))
