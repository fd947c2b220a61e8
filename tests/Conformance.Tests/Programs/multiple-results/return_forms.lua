-- Forms of return.
local function a() return end
local function b() return; end
local function c() return nil end
local function d() return 1, 2, end_value end
local function e() return (1) end
local function f() return a() end
local function g() return a(), b() end
local function h(...) return ... end
local function i() do return 1 end end
for _, fn in ipairs { a, b, c, d, e, f, g, h, i } do print(select("#", fn()), fn()) end
local function nested() return h(h(1, 2), h(3, 4)) end
print(nested())
