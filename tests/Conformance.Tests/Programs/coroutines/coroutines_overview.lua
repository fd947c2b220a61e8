local co = coroutine.create(function(a, b)
  print("start", a, b)
  local c = coroutine.yield(a + b)
  print("got", c)
  local d, e = coroutine.yield(c * 2)
  print("got", d, e)
  return "end", 99
end)
print(coroutine.status(co))
print(coroutine.resume(co, 1, 2)) print(coroutine.status(co))
print(coroutine.resume(co, 10)) print(coroutine.resume(co, "x", "y"))
print(coroutine.status(co), coroutine.resume(co))
local gen = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
print(gen(), gen(), gen())
local function range(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i, i * i) end end) end
for i, sq in range(3) do print(i, sq) end
local bad = coroutine.create(function() error("oops") end)
print(coroutine.resume(bad)) print(coroutine.status(bad))
local badv = coroutine.create(function() error({ code = 1 }) end)
local ok, e = coroutine.resume(badv) print(ok, e.code)
print(pcall(coroutine.wrap(function() error("wrapped") end)))

local co2 = coroutine.create(function() local x = pcall(function() coroutine.yield(1) error("in") end) coroutine.yield(x) return "fin" end)
print(coroutine.resume(co2)) print(coroutine.resume(co2)) print(coroutine.resume(co2)) print(coroutine.resume(co2))
local inner = coroutine.wrap(function() local w = coroutine.wrap(function() coroutine.yield("deep") end) coroutine.yield(w()) coroutine.yield("outer") end)
print(inner(), inner())
local function permgen(a, n) if n <= 1 then coroutine.yield(a) else for i = 1, n do a[n], a[i] = a[i], a[n] permgen(a, n - 1) a[n], a[i] = a[i], a[n] end end end
local count = 0
for p in coroutine.wrap(function() permgen({ 1, 2, 3 }, 3) end) do count = count + 1 print(table.concat(p, " ")) end
print(count)
local prod = coroutine.create(function() for _, v in ipairs { "a", "b" } do coroutine.yield(v) end return nil end)
while true do local ok, v = coroutine.resume(prod) if not v then break end print(v) end
local sum = 0
local acc = coroutine.wrap(function(v) while true do sum = sum + v v = coroutine.yield(sum) end end)
print(acc(1), acc(2), acc(3))
local self_co
self_co = coroutine.create(function() print(coroutine.resume(self_co)) return coroutine.status(self_co) end)
print(coroutine.resume(self_co))
local y = coroutine.wrap(function(...) local n = select("#", ...) local t = table.pack(coroutine.yield(n)) return t.n end)
print(y(1, nil, nil), y(nil, nil))
print(select("#", coroutine.resume(coroutine.create(function() return end))))
