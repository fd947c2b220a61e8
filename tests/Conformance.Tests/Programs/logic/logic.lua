print(nil and 1, false and 1, 0 and 1, "" and 1, nil or 1, false or nil, 1 or error("no"), nil and error("no"))
print(not nil, not 0, not not "x")
local function f(x) print("f", x) return x end
print(f(1) and f(2), f(nil) and f(3), f(false) or f(4), f(5) or f(6))
print(f(1) == f(1), f(2) < f(3), f(3) > f(2), f(3) >= f(4))
local t = { a = false }
print(t.a or "default", t.b or "none", t.a and 1, t.a == nil and 1 or 2)
local x = nil
x = x or 10
print(x)
local b = x > 5 and x < 20
print(b, b and "in" or "out")
if (x and b) or error("x") then print("ok") end
local s = "str"
local n = s and #s
print(n, s or "z", (nil or false), (false or nil))
local i, d = 3, 2.5
print(i and d, i or d, (i > 2) and "big", (i > 5) and "big" or "small", i == 3.0, i ~= d)
print(1 == 1, "a" == "a", "a" ~= "b", nil == false, true == true)
while not (x < 5) do x = x - 1 end
print(x)
