local function gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end return "done" end) end
local g = gen(2) print(g(), g(), g()) print(pcall(g))
local t = setmetatable({}, { __call = function(self, x) coroutine.yield(x) return x * 2 end })
local co = coroutine.create(function(a) local r = t(a) local s = t(r) return s end)
print(coroutine.resume(co, 1)) print(coroutine.resume(co)) print(coroutine.resume(co)) print(coroutine.status(co))
local order = {}
local a = coroutine.create(function() for i = 1, 3 do order[#order + 1] = "a" .. i coroutine.yield() end end)
local b = coroutine.create(function() for i = 1, 3 do order[#order + 1] = "b" .. i coroutine.yield() end end)
while coroutine.status(a) ~= "dead" or coroutine.status(b) ~= "dead" do coroutine.resume(a) coroutine.resume(b) end
print(table.concat(order, " "))
print(select("#", coroutine.resume(coroutine.create(function() return 1, nil, nil end))))
local err = coroutine.create(function() local x = nil coroutine.yield(1) return x.y end)
print(coroutine.resume(err)) print(coroutine.resume(err)) print(coroutine.resume(err))
local nested = coroutine.wrap(function() local ok, e = pcall(function() coroutine.yield("y1") error("boom") end) coroutine.yield(ok, e) return "end" end)
print(nested()) print(nested()) print(nested())
print(coroutine.wrap(function(...) return select("#", ...), ... end)(1, nil, 3))
local args = coroutine.wrap(function(x) while true do local y, z = coroutine.yield(x) x = (y or 0) + (z or 0) end end)
print(args(1), args(2, 3), args(), args(10, 20))
local xp = coroutine.wrap(function() return xpcall(function() coroutine.yield(1) error("xp") end, function(m) return "H:" .. m end) end)
print(xp()) print(xp())
for i, v in coroutine.wrap(function() for i, v in ipairs { "x", "y" } do coroutine.yield(i, v) end end) do print(i, v) end
local function producer() return coroutine.create(function() for _, v in ipairs { "l1", "l2" } do coroutine.yield(v) end end) end
local function filter(p) return coroutine.create(function() local n = 1 while true do local _, v = coroutine.resume(p) if not v then return end coroutine.yield(n .. ":" .. v) n = n + 1 end end) end
local f = filter(producer()) while true do local _, v = coroutine.resume(f) if not v then break end print(v) end
print(coroutine.status(f), coroutine.resume(f))
goto fin ::fin::
local r = coroutine.wrap(function() for i = 1, 3 do for j = 1, 2 do if j == 2 then goto continue end coroutine.yield(i * 10 + j) ::continue:: end end end)
print(r(), r(), r())
local deep = coroutine.wrap(function() local function d(n) if n == 0 then return coroutine.yield("deep") end return (d(n - 1)) end return d(100) end)
print(deep(), deep("back"))
local tt = coroutine.wrap(function() local t = { coroutine.yield(1), coroutine.yield(2), coroutine.yield(3) } return #t, t[1], t[2], t[3], t[4] end)
print(tt(), tt("a"), tt("b"), tt("c", "d"))
local cc = coroutine.wrap(function() return coroutine.yield("x") .. coroutine.yield("y") .. "z" .. coroutine.yield("w") end) print(cc(), cc("1"), cc("2"), cc("3"))
local ca = coroutine.wrap(function() local x = coroutine.yield(1) and coroutine.yield(2) or coroutine.yield(3) return x end) print(ca(), ca(true), ca(nil), ca("third"))
