-- Clearing and updating existing fields during traversal.
local t = {}
for i = 1, 10 do t[i] = i end
for k, v in pairs(t) do if v % 2 == 0 then t[k] = nil else t[k] = v * 10 end end
local left = {}
for k, v in pairs(t) do left[#left + 1] = k .. "=" .. v end
table.sort(left)
print(table.concat(left, " "))
local h = { a = 1, b = 2, c = 3 }
for k in pairs(h) do h[k] = nil end
print(next(h))
