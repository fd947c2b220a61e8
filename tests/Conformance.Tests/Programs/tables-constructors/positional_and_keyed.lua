-- Positional items count independently of keyed items.
local t = { "a", x = 1, "b", [10] = "ten", "c" }
print(t[1], t[2], t[3], t.x, t[10])
local u = { [1] = "keyed", "positional" }
print(u[1])
local v = { nil, 2 }
print(v[1], v[2])
local w = { [2] = "two", "one" }
print(w[1], w[2])
local y = { a = 1, a = 2 }
print(y.a)
