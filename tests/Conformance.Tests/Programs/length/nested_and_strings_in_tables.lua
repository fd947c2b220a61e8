-- # applied to fields, elements and calls.
local t = { list = { 1, 2, 3 }, name = "abcd", { "x", "y" } }
print("#t", #t)
print("#t.list", #t.list)
print("#t.name", #t.name)
print("#t[1]", #t[1])
print("#t[1][2]", #t[1][2])
local function f() return { 1, 2 }, "ignored" end
print("#f()", #f())
print("#(f())", #(f()))
local n = 0
while n < #t.list do n = n + 1 end
print("n", n)
print("#t.list - 1", #t.list - 1)
print("#t.list % 2", #t.list % 2)
print("#{ f() }", #{ f() })
print("#{ (f()) }", #{ (f()) })
