-- NaN and infinite limits.
local nan = 0/0
local n = 0
for i = 1, nan do n = n + 1 end
for i = nan, 1 do n = n + 1 end
print(n)
for i = 1, math.huge do n = i if i == 5 then break end end
print(n)
for i = 1, -math.huge do print("never", i) end
for i = 1.0, math.huge, 2 do n = i if i > 6 then break end end
print(n)
for i = math.huge, 1 do print("never") end
n = 0
for i = 3, 1e300 do n = n + 1 if n == 4 then break end end
print(n)
