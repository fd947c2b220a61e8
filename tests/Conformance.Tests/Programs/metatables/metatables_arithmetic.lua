-- All arithmetic metamethods, operands in both orders.
local mt = {}
local function name(x) return type(x) == "table" and x.n or tostring(x) end
for ev, op in pairs { add = "+", sub = "-", mul = "*", div = "/", idiv = "//", mod = "%", pow = "^" } do
  mt["__" .. ev] = function(a, b) return name(a) .. op .. name(b) end
end
local x, y = setmetatable({ n = "x" }, mt), setmetatable({ n = "y" }, mt)
print(x + y, x - y, x * y, x / y, x // y, x % y, x ^ y)
print(x + 1, 1 + x, x - 2, 2 - x, x * 3, 3 * x)
print(x / 4, 4 / x, x // 5, 5 // x, x % 6, 6 % x, x ^ 7, 7 ^ x)
print(x + "s", "s" + x, x * 1.5, x + true, nil + x == "nil+x")
