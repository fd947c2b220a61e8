-- A constructor that ends in a call has all its values in the list, also those behind a nil: the last one is a border.
local function f(...) return ... end
local function two() return nil, 2 end
print(#{ f(1, nil, 3) }, #{ 1, f(2, nil, nil, 4) }, #{ 1, 2, f(nil, 4) }, #{ nil, f(2) }, #{ nil, nil, two() })
print(#{ 1, 2, f() }, #{ f() }, #{ nil, f() }, #{ "a", f("b", "c") }, #{ 1.5, f(2.5, 3) }, #{ true, f(false, nil, true) })
local t = { 1, 2, f(nil, 4) }
t[#t + 1] = 5
print(#t, t[3], t[4], t[5])
t = { x = 1, 10, f(20, nil, 40) }
print(#t, t.x, t[1], t[2], t[3], t[4])
t = { [1] = "a", [2] = "b", [3] = "c", f("d") }
print(#t, t[1], t[2], t[3])
t = { [1] = "a", [2] = "b", f(nil, "e") }
print(t[1], t[2])
t = { [7] = "seven", "one", f(nil, "three") }
print(t[1], t[2], t[3], t[7])
local function pack(...) return { n = select("#", ...), ... } end
t = pack(1, nil, nil, "x")
print(t.n, #t, t[4])
for k, v in pairs({ 1, f(nil, 3) }) do print(k, v) end
