-- Updating variables, fields and elements by arithmetic.
local n = 10
n = n + 5 n = n * 2 n = n - 1 n = n // 4 n = n % 5
print(n)
local t = { count = 0, [1] = 100 }
for i = 1, 5 do
  t.count = t.count + i
  t[1] = t[1] - t.count
end
print(t.count, t[1])
total = 0
local function add(x) total = total + x return total end
print(add(1), add(2), add(3), total)
