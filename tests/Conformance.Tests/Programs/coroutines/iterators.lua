local function tree(l, v, r) return { l = l, v = v, r = r } end
local function walk(t) if t then walk(t.l) coroutine.yield(t.v) walk(t.r) end end
local root = tree(tree(nil, 1, nil), 2, tree(tree(nil, 3, nil), 4, nil))
for v in coroutine.wrap(function() walk(root) end) do print(v) end
local function filter(p, g) return coroutine.wrap(function() for x in g do if p(x) then coroutine.yield(x) end end end) end
local function nat(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end
for x in filter(function(v) return v % 3 == 0 end, filter(function(v) return v % 2 == 0 end, nat(30))) do print(x) end
local co = coroutine.wrap(function() local t = setmetatable({}, { __index = function(_, k) return k * 2 end }) for i = 1, 2 do coroutine.yield(t[i]) end end)
print(co(), co())
local function loop(n) if n == 0 then return "tail" end if n % 1000 == 0 then coroutine.yield(n) end return loop(n - 1) end
local w = coroutine.wrap(loop)
print(w(3000), w(), w(), w())
local tbl = {}
function tbl.loop(n) if n == 0 then return "tail2" end if n % 50000 == 0 then coroutine.yield(n) end return tbl.loop(n - 1) end
local w2 = coroutine.wrap(tbl.loop)
print(w2(100000), w2(), w2())
local function deep(n) if n == 0 then coroutine.yield("bottom") return 0 end return 1 + deep(n - 1) end
local w3 = coroutine.wrap(function() return deep(2000) end)
print(w3(), w3())
local cmpok = pcall(table.sort, { 3, 2, 1 }, function(a, b) return a < b end)
print(cmpok)
