local x = 1
local function f() return x end
local x = 2
local function g() return x end
print(f(), g(), x)
do local x = 3 print(x) do local x = x + 1 print(x) end end
local function h(x) if x then local x = "inner" return x end return x end
print(h(1), h(nil), h(false))
for x = 1, 1 do local x = x * 10 print(x) end
local y = y print(y)
local t = { x = x, y = y } print(t.x, t.y)
local a = 1 local function a() return "fn" end print(a())
local b = function() return b end print(b())
local function c() return c end print(c() == c)
x = x + 1 print(x)
glob = 5 do local glob = 6 print(glob) end print(glob, _G.glob)
_G.dyn = "d" print(dyn)
local function set() newglobal = 1 end set() print(newglobal)
print(undefined)
local p, q, r = 1, 2 print(p, q, r)
local i = 0 local function inc() i = i + 1 return i end
local m, n = inc(), inc() print(m, n)
while i < 4 do local i2 = inc() print(i2) end
repeat local z = inc() until z > 5 print(i)
if true then local x = "block" end print(x)
