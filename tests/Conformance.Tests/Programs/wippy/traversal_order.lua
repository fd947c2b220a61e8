-- pairs and next go through 1..n, then through the other keys in the order of insertion (spec/lua.md section 4).
local function keys(t) local r = {} for k in pairs(t) do r[#r + 1] = tostring(k) end return table.concat(r, " ") end
local t = { z = 1, a = 2, m = 3, 10, 20, 30 }
print(keys(t))
t.b = 4
t.z = nil
t.z = 5
print(keys(t))
t[4], t.first, t[true] = 40, 1, 1
print(keys(t))
for k in pairs(t) do if type(k) == "string" then t[k] = nil end end
print(keys(t), next(t))
local u = {}
for _, word in ipairs { "pear", "apple", "fig" } do u[word] = true end
for k in pairs(u) do u[k] = nil end
for _, word in ipairs { "kiwi", "fig", "pear" } do u[word] = true end
print(keys(u))

-- Integers that come in no order: few keep that of their insertion, many are a list with holes.
local few = {}
for i = 1, 40 do few[i * 7 % 41 + 1] = i end
local order = {}
for k in pairs(few) do order[#order + 1] = k end
print("few", #few, table.concat(order, " "))
local many = {}
for i = 1, 4000 do many[i * 7 % 4001 + 1] = i end
local last, ascending, count = 0, true, 0
for k in pairs(many) do
  ascending = ascending and (k > last or k > #many)
  last = k
  count = count + 1
end
print("many", ascending, count, many[1], many[2] ~= nil, #many > 2000)
