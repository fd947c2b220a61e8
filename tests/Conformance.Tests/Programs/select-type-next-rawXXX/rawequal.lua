-- rawequal compares without __eq.
local mt = { __eq = function() return true end }
local a, b = setmetatable({}, mt), setmetatable({}, mt)
print(a == b, rawequal(a, b), rawequal(a, a))
print(rawequal(1, 1.0), rawequal("a", "a"), rawequal(nil, false), rawequal(nil, nil), rawequal("1", 1))
print(rawequal(print, print), rawequal({}, {}))
print(select(2, pcall(function() local r = rawequal(1) end)))
print(select(2, pcall(function() local r = rawequal() end)))
