-- ipairs and pairs over sequences.
local t = { "a", "b", "c" }
for i, v in ipairs(t) do print(i, v) end
for k, v in pairs(t) do print(k, v) end
for i in ipairs(t) do print(i) end
for i, v, extra in ipairs(t) do print(i, v, extra) end
for _ in pairs({}) do print("never") end
for _ in ipairs({}) do print("never") end
for i, v in ipairs({ 1, 2, nil, 4 }) do print("stops before nil", i, v) end
local keys = {}
for k in pairs({ x = 1, y = 2, 10 }) do keys[#keys + 1] = tostring(k) end
table.sort(keys)
print(table.concat(keys, " "))
