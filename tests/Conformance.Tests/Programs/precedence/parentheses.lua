-- Parentheses change grouping and truncate results.
local function f() return 1, 2, 3 end
print((f()))
print((f()), f())
print((1 + 2) * (3 - 4))
print(((((5)))))
local s = ("x"):rep(3)
print(s, (s))
print((function() return "iife" end)())
print(({ 10, 20 })[2], ({ a = 1 }).a, #({ 1, 2 }))
