-- Results adjusted in every kind of list.
local function f() return 1, 2, 3 end
local function none() end
print(f(), f())
print((f()), f())
print(({ f() })[3], ({ f(), f() })[4], ({ f(), nil })[2])
print(none(), 1)
print((none()))
local t = { none(), none() }
print(#t, t[1])
print(f() + 1, f() .. "x", -f())
if none() then print("never") else print("none is false") end
print(f() == 1, not none())
return f()
