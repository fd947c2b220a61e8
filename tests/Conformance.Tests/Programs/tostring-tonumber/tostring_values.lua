-- tostring of each kind.
print(tostring(nil), tostring(true), tostring(false), tostring(12), tostring(-0.5), tostring("s"))
print(tostring(1e15), tostring(1e14), tostring(123456.789), tostring(2^53), tostring(-1e-7))
print(tostring(1/0), tostring(-1/0), tostring(3.0), tostring(-0.0), tostring(100 // 1.0))
print(type(tostring({})), tostring({}):match("^table: ") ~= nil, tostring(print):match("^function") ~= nil)
print(tostring(coroutine.create(print)):match("^thread: ") ~= nil)
print(select(2, pcall(function() local s = tostring() end)))
print(tostring(1, 2), #tostring(math.mininteger))
local t = {}
print(tostring(t) == tostring(t), tostring(t) == tostring({}))
