-- The same in coroutines, parameters, recursion and counters.
local out = print
do local a = 1 local co = coroutine.wrap(function() for i = 1, 5 do a = a + coroutine.yield(a) end end) co() a = 50 out(co(1)) a = 7 out(co(2)) end
do local a = 1 local co = coroutine.wrap(function() local b = 1 local function set() b = b + 5 end while true do set() b = b + coroutine.yield(set) out(b) end end) local s = co() s() co(1) end
do local function f(a) local function g() a = a * 2 return 1 end return a + g() end out(f(4)) end
do local function f(...) local a = ... local function g() a = a * 2 return 1 end a = a + g() return a end out(f(4)) end
do local n = 0 local function rec(d) n = n + 1 if d == 0 then return 0 end return n + rec(d - 1) end out(rec(4), n) end
do local n = 0 local function rec(d) n = n + 1 if d > 0 then rec(d - 1) end return 1 end local s = n + rec(3) out(s) end
do local i = 1 local function nxt() i = i + 1 return i end local t = {} t[i] = nxt() t[i] = nxt() for k, v in pairs(t) do out(k, v) end end
do local i = 1 local t = {} local function nxt() i = i + 1 return i end t[i], t[i + 10] = nxt(), nxt() for k = 1, 20 do if t[k] then out(k, t[k]) end end end
