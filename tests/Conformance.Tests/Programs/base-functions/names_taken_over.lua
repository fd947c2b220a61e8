-- names of the library taken over
do local pairs = function(t) return next, { shadow = 1 }, nil end for k, v in pairs({ 1, 2 }) do print(k, v) end end
do local string = { format = function(...) return "mine", select("#", ...) end, rep = string.rep } print(string.format("%d", 1)) print(string.rep("a", 3)) end
do local math = setmetatable({}, { __index = math }) math.floor = function(x) return "floor" .. x end print(math.floor(2), math.max(1, 3)) end
do local t = table t = { insert = function() return "ins" end } print(t.insert({}, 1)) end
do local print0 = print local print = function(...) print0("P:", ...) end print(1) end
do local tostring = function(x) return "<" .. x .. ">" end print(tostring(5)) end
do local ipairs = function(t) local i = 0 return function() i = i + 2 if t[i] then return i, t[i] end end end for i, v in ipairs({ 1, 2, 3, 4 }) do print(i, v) end end
do local type = "x" print(type) end
do local function f(string) return string:upper() end print(f("abc")) end
do local select = function() return "sel" end print(select(2, 1, 2, 3)) end
do local setmetatable = function(t, m) return t end local o = setmetatable({}, { __index = function() return 1 end }) print(o.x) end
do local error = function(m) return "no error " .. m end print(error("x")) end
do local pcall = function(f) return "p", f() end print(pcall(function() return 1 end)) end
do local coroutine = { wrap = function(f) return f end } print(coroutine.wrap(function() return "direct" end)()) end
local old = tonumber tonumber = function(x) return "tn" .. tostring(x) end print(tonumber("5")) tonumber = old print(tonumber("5"))
local oldp = pairs function pairs(t) return function(_, k) if not k then return 1, "global" end end end for k, v in pairs({}) do print(k, v) end pairs = oldp for k, v in pairs({ z = 1 }) do print(k, v) end
_G.unpack2 = table.unpack print(unpack2({ 1, 2 })) _G["my" .. "fn"] = function() return "dyn" end print(myfn())
local env = setmetatable({}, { __index = _G }) print(env.print == print, env.nothing)
-- functions defined later or sometimes
local later print(pcall(function() return later() end)) later = function() return "later" end print(later())
local maybe if later then maybe = function() return "yes" end end print(maybe())
local twice = function() return 1 end local keep = twice twice = function() return keep() + 1 end print(twice(), keep())
local loopfn for i = 1, 3 do local prev = loopfn loopfn = function() return (prev and prev() or 0) + i end end print(loopfn())
local function outer() local inner local function call() return inner() end inner = function() return "in1" end local a = call() inner = function() return "in2" end return a, call() end print(outer())
local rec rec = function(n) return n == 0 and "done" or rec(n - 1) end local r2 = rec rec = function() return "other" end print(r2(3))
local M = {} function M.a() return M.b() end function M.b() return "b1" end local ma = M.a print(ma()) M.b = function() return "b2" end print(ma()) local N = M M = { b = function() return "b3" end } print(ma(), N.a())
-- growth and shapes
do local t = {} for i = 1, math.maxinteger do t[i] = i if i > 10 then break end end print(#t) end
do local t = {} print(pcall(function() for i = 1, 2^40 do t[i] = i < 5 and i or error("stop", 0) end end)) print(#t) end
do local t = {} local function f(i) if i > 3 then error("stop", 0) end return i end print(pcall(function() for i = 1, 1000000000 do t[i] = f(i) end end)) print(#t) end
do local t = {} for i = 10, 1, -1 do t[i] = i end print(#t, t[1], t[10]) end
do local t = {} for i = 1, 10, 3 do t[i] = i end local c = 0 for _ in pairs(t) do c = c + 1 end print(c) end
do local t = { 1, 2, 3 } for i = 1, #t do t[#t + 1] = t[i] * 2 end print(table.concat(t, ",")) end
do local t = {} for i = 1, 5 do t[i] = i end for i = 1, 5 do t[i] = nil end print(#t, next(t)) t[1] = 1 print(#t) end
do local t = { a = 1, b = 2, c = 3 } for k in pairs(t) do t[k] = nil end print(next(t)) t.b = 5 print(next(t)) end
do local t = { a = 1, b = 2, c = 3 } local s = 0 for k, v in pairs(t) do t[k] = v * 2 s = s + v end print(s, t.a + t.b + t.c) end
do local t = {} t[1.0] = "a" t["1"] = "b" t[2^53] = "c" print(t[1], t["1"], t[2^53 | 0], #t) end
do local t = {} print(pcall(function() t[nil] = 1 end)) print(pcall(function() t[0/0] = 1 end)) print(t[nil], t[0/0]) t[-0.0] = "z" print(t[0]) end
do local t = setmetatable({}, { __index = function(_, k) return k * 2 end }) print(t[5], t[1.5], rawget(t, 5)) t[5] = "own" print(t[5], #t) end
do local a, b, c = (function() return 1, 2, 3 end)() local t = { (function() return 1, 2, 3 end)() } local u = { (function() return 1, 2, 3 end)(), 10 } print(a, b, c, #t, #u, u[2]) end
do local i = 0 repeat local done = i >= 3 i = i + 1 if i == 2 then goto continue end print(i) ::continue:: until done end
do local out = {} local i = 0 while true do i = i + 1 if i > 6 then break end if i % 2 == 0 then goto next end local j = i out[#out + 1] = function() j = j + 1 return j end ::next:: end for _, f in ipairs(out) do f() print(f()) end end
