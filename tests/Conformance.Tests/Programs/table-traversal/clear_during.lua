-- Removing entries while traversing visits each entry once.
local t = {}
for i = 1, 50 do t["k" .. i] = i end
local visited, sum = 0, 0
for k, v in pairs(t) do visited = visited + 1 sum = sum + v t[k] = nil end
print(visited, sum, next(t))
for i = 1, 20 do t[i] = i end
visited = 0
for k, v in pairs(t) do visited = visited + 1 if k % 2 == 1 then t[k] = nil end end
local left = 0
for _ in pairs(t) do left = left + 1 end
print(visited, left)
for k in pairs(t) do t[k] = "changed" end
local changed = 0
for _, v in pairs(t) do if v == "changed" then changed = changed + 1 end end
print(changed)
