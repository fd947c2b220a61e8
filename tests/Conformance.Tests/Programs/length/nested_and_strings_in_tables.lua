-- # applied to fields, elements and calls.
local t = { list = { 1, 2, 3 }, name = "abcd", { "x", "y" } }
print(#t, #t.list, #t.name, #t[1], #t[1][2])
local function f() return { 1, 2 }, "ignored" end
print(#f(), #(f()))
local n = 0
while n < #t.list do n = n + 1 end
print(n, #t.list - 1, #t.list % 2)
print(#{ f() }, #{ (f()) })
