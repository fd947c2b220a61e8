-- Tail called yield and varargs across yields.
local co = coroutine.wrap(function(...) return coroutine.yield(...) end)
print(co(1, 2, 3))
print(co("r1", "r2"))
local function relay(...) return select("#", ...), ... end
local c2 = coroutine.wrap(function(...) return relay(coroutine.yield(relay(...))) end)
print(c2("a", nil))
print(c2(nil, "b", nil))
local c3 = coroutine.wrap(function(...) local t = { coroutine.yield() } return #t, ... end)
c3("kept", "args") print(c3(7, 8, 9))
