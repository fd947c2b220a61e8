-- Loop variables of both subtypes used as keys and text.
local t = {}
for i = 1, 3 do t[i] = i end
for i = 1.0, 3 do t[i] = t[i] .. "f" .. i end
print(table.concat(t, " "), #t)
for i = 0.5, 2 do t[i] = "h" .. i end
print(t[0.5], t[1.5], t[1], #t)
local k = 2^1
print(t[k], k, t[k + 1.0])
local sum = 0
for i = 10, 1, -3 do sum = sum * 10 + i end
print(sum)
local c = 0
for x = 0, 1, 0.1 do c = c + 1 end
print(c)
for i = 3, 1 do print("never") end
for i = 1, 3 do local i = i * 2 if i > 4 then print(i) end end
