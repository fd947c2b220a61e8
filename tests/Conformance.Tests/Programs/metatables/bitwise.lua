-- All bitwise metamethods.
local mt = {}
local function name(x) return type(x) == "table" and x.n or tostring(x) end
mt.__band = function(a, b) return name(a) .. "&" .. name(b) end
mt.__bor = function(a, b) return name(a) .. "|" .. name(b) end
mt.__bxor = function(a, b) return name(a) .. "~" .. name(b) end
mt.__shl = function(a, b) return name(a) .. "<<" .. name(b) end
mt.__shr = function(a, b) return name(a) .. ">>" .. name(b) end
mt.__bnot = function(a) return "~" .. name(a) end
local x, y = setmetatable({ n = "x" }, mt), setmetatable({ n = "y" }, mt)
print(x & y, x | y, x ~ y, x << y, x >> y, ~x)
print(x & 1, 1 & x, x | 2, 2 | x, x ~ 3, 3 ~ x)
print(x << 4, 4 << x, x >> 5, 5 >> x)
print(x & "s", 1.5 | x, x ~ 2.5)
