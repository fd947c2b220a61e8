-- Several results through pcall, coroutines and select.
local function many(n) local t = {} for i = 1, n do t[i] = i * i end return table.unpack(t) end
print(pcall(many, 3))
print("select('#', pcall(many, 0))", select("#", pcall(many, 0)))
print("(pcall(many, 0))", (pcall(many, 0)))
local co = coroutine.wrap(function(...) local a, b = coroutine.yield(...) return a, b, many(2) end)
print(co(1, 2, 3))
print(co("x", "y"))
local ok, a, b, c = pcall(many, 2)
print("ok", ok)
print("a", a)
print("b", b)
print("c", c)
