-- The expressions are evaluated once, in order.
local log = {}
local function v(x) log[#log + 1] = x return x end
local sum = 0
for i = v(1), v(5), v(2) do sum = sum + i end
print(sum, table.concat(log, " "))
local t = { 1, 2, 3 }
for i = 1, #t do t[#t + 1] = i end
print(#t)
local function range() return 1, 3 end
for i = range(), 2 do print("truncated", i) end
for i = #t, 1, -2 do t[i] = nil end
local n = 0
for i = 1, 6 do if t[i] then n = n + 1 end end
print(n)
