-- Tables and keys that are variables which something further right assigns: read when the element is.
local out = print
do local t, u = {x = 1}, {x = 2} local function f() t = u return "x" end out(t[f()]) end
do local t, u = {x = 1}, {x = 2} local function f() t = u return 7 end t.x = f() out(t.x, u.x) end
do local t, u = {x = 1}, {x = 2} local t0 = t local function f() t = u return 7 end t.x = f() out(t0.x, u.x) end
do local t, u = {x = 1}, {x = 2} local t0 = t local function f() t = u return 7 end local function g() t.x = f() end g() out(t0.x, u.x) end
do local t, i = {1, 2, 3}, 1 local function f() i = 3 return 9 end t[i] = f() out(t[1], t[2], t[3]) end
do local t, i = {1, 2, 3}, 1 local function f() i = 3 return 9 end local function g() t[i] = f() end g() out(t[1], t[2], t[3]) end
do local t, i = {1, 2, 3}, 1 local function f() i = 3 return 9 end t[i], t[2] = f(), 5 out(t[1], t[2], t[3]) end
do local t, u = {x = 1}, {x = 2} local function f() t = u return 7 end out(t.x + f()) end
do local t, u = {x = function() return 1 end}, {x = function() return 2 end} local function f() t = u return 7 end out(t.x(f())) end
do local t, u = {x = function() return 1 end}, {x = function() return 2 end} local function f() t = u return 7 end out(t:x(f())) end
do local h = function() return 1 end local function f() h = function() return 2 end return 7 end out(h(f())) end
do local t, u = {x = 1}, {x = 2} local function f() t = u return "x" end local function g() out(t[f()]) end g() end
do local t, u = {x = {y = 1}}, {x = {y = 2}} local function f() t = u return "y" end out(t.x[f()]) end
do local t, i = {1, 2, 3}, 1 local function f() i = 3 return 1 end out(t[i + f()], t[i - f()]) end
do local a = 1 local function f() a = 5 return 2 end local b, c = a, f() out(b, c) end
do local a = 1 local function f() a = 5 return 2 end for i = a, f() do out(i) end end
do local a = 1 local function f() a = 5 return 2 end local function r() return a, f() end out(r()) end
do local a = 1 local function f() a = 5 return 2 end local function r() return a + f() end out(r()) end
do local a = 1 local function f() a = 5 return 2 end local b = a < f() if a < f() then out("y") else out("n") end while a < f() do out("loop") break end out(b) end
do local a = 1 local function f() a = 5 return 2 end out(a + f() * a, (a + f()) * a) end
do local a = "x" local mt = setmetatable({}, {__add = function(l, r) a = "changed" return 1 end}) out(mt + 1, a) end
do local a = 1 local mt = setmetatable({}, {__add = function(l, r) a = 100 return 1 end}) out(a + (mt + 1)) end
do local a = 1 local mt = setmetatable({}, {__index = function(l, r) a = 100 return 1 end}) out(a + mt.x) end
do local a = 1 local mt = setmetatable({}, {__len = function(l, r) a = 100 return 1 end}) out(a + #mt) end
