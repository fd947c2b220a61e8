-- __eq: only between two tables, result converted to boolean.
local calls = 0
local mt = { __eq = function(a, b) calls = calls + 1 return a.id == b.id end }
local function new(id) return setmetatable({ id = id }, mt) end
local a, b, c = new(1), new(1), new(2)
print(a == b, a ~= b, a == c, a ~= c, calls)
print(a == a, calls)
print(a == 1, a == "1", a == nil, calls)
print(rawequal(a, b), rawequal(a, a))
local other = setmetatable({ id = 1 }, { __eq = function() return "truthy" end })
print(other == {}, {} == other, a == other, other == a)
local plain = { id = 1 }
print(a == plain, plain == a)
local t = {}
t[a] = "by identity"
print(t[b], t[a])
