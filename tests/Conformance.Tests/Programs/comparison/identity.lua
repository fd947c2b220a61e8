-- Tables, functions and threads compare by identity.
local a, b = {}, {}
print(a == b, a == a, a ~= b)
local c = a
print(c == a)
local f = function() end
local g = f
print(f == g, f == print, print == print)
local co = coroutine.create(f)
print(co == co, co == coroutine.create(f))
print(nil == false, nil == nil, false == false, "" == false, 0 == false)
local set = { [a] = "a", [f] = "f" }
print(set[c], set[b], set[g])
