-- Hundreds of values through varargs.
local t = {}
for i = 1, 250 do t[i] = i end
local function count(...) return select("#", ...) end
print(count(table.unpack(t)))
local function sum(...) local s = 0 for _, v in ipairs { ... } do s = s + v end return s end
print(sum(table.unpack(t)))
print(select(250, table.unpack(t)))
print(math.max(table.unpack(t)), math.min(table.unpack(t)))
local u = { table.unpack(t, 1, 100) }
print(#u, u[100])
print(#{ "x", table.unpack(t) }, #{ table.unpack(t), "x" })
print(#string.char(table.unpack(t)))
