-- pairs over a pure sequence visits 1..n in order.
local t = {}
for i = 1, 40 do t[i] = i * i end
local last, ordered = 0, true
for k, v in pairs(t) do ordered = ordered and k == last + 1 and v == k * k last = k end
print(ordered, last)
for k, v in pairs { "x", "y", "z" } do print(k, v) end
local seen = {}
for k in next, { 10, 20, 30 } do seen[#seen + 1] = k end
print(table.concat(seen, " "))
