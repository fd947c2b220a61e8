-- ipairs corners.
for i, v in ipairs({ 1, 2, nil, 4 }) do print(i, v) end
for i, v in ipairs({ nil, 2 }) do print("never", i, v) end
for i, v in ipairs({ false, 0, "" }) do print(i, v) end
for i, c in ipairs("abc") do print("never", i, c) end
local f, s, c = ipairs({ "x" })
print(type(f), s[1], c)
print(f(s, 0))
print(f(s, 1))
print(select("#", ipairs({})))
local t = { 1, 2, 3 }
for i, v in ipairs(t) do if i == 1 then t[4] = "added" end print(i, v) end
