local log = {}
local mt = {}
for _, name in ipairs { "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv", "band", "bor", "bxor", "shl", "shr", "bnot", "concat", "len", "call" } do
  mt["__" .. name] = function(a, b, ...) return name .. ":" .. type(a) .. ":" .. type(b) end
end
local o = setmetatable({}, mt)
print(o + 1, 1 + o, o - 1, o * 2, o / 2, o % 2, o ^ 2, -o, o // 2)
print(o & 1, 1 | o, o ~ 1, o << 1, o >> 1, ~o, o .. "x", "x" .. o, #o, o(1), 1 .. o)
print(o .. o, "a" .. "b" .. o .. "c")
local v = setmetatable({ x = 1 }, { __add = function(a, b) return setmetatable({ x = a.x + b.x }, getmetatable(a)) end, __tostring = function(s) return "v(" .. s.x .. ")" end })
print(tostring(v + v + v))
print(pcall(function() return {} + 1 end))
print(pcall(function() local t = {} return -t end))
print(pcall(function() local t = {} return #nil end))
