-- Variables that change type along the way.
local v = 1
v = v + 1 print(v)
v = v .. "x" print(v)
v = { v, v } print(#v, v[1])
v = function(...) return select("#", ...) end print(v(1, nil))
v = v() == 0 print(v)
v = not v and nil print(v)
v = v or 2.5 print(v)
local function id(x) if type(x) == "number" then x = tostring(x) elseif type(x) == "string" then x = #x elseif x == nil then x = false end return x end
print(id(5), id("abc"), id(nil), id(id(12)), id(true))
local acc = ""
for _, x in ipairs { 1, "two", 3.5, true and "yes" } do acc = acc .. x if #acc > 3 then acc = acc .. "|" end end
print(acc)
local n
for i = 1, 3 do n = n and n + i or i end
print(n)
