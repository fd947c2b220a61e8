-- __name in messages and in tostring.
local mt = { __name = "Account" }
local a = setmetatable({}, mt)
print((tostring(a):gsub("0x%x+", "ADDR"):gsub(": .*", ": ADDR")))
local function try(f) print(select(2, pcall(f))) end
try(function() return a + 1 end)
try(function() return a .. "x" end)
try(function() return a < a end)
try(function() return a < 1 end)
try(function() return -a end)
try(function() return #a.list end)
try(function() local s = ("x"):rep(a) return s end)
try(function() return a() end)
try(function() return a & 1 end)
print(type(a))
