local function f() return 1 + f() end
local ok, e = pcall(f)
print(ok, string.find(e, "stack overflow") ~= nil)
local function g(n) if n == 0 then return 0 end local r = g(n - 1) return r + 1 end
print(g(15000))
local t = {}
function t.h(n) if n == 0 then return 0 end return 1 + t.h(n - 1) end
print(t.h(15000))
local function nest(n) if n == 0 then error("bottom", 0) end local ok, e = pcall(nest, n - 1) error(e, 0) end
print(pcall(nest, 100))
print(select(2, pcall(string.rep, "x", -1)) == "")
