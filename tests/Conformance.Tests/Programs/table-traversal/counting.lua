-- Counting entries by kind, order independent.
local t = { "a", "b", nil, "d", x = 1, y = 2, [2.5] = 3, [true] = 4, [-1] = 5 }
local kinds, n = {}, 0
for k in pairs(t) do kinds[type(k)] = (kinds[type(k)] or 0) + 1 n = n + 1 end
print(n, kinds.number, kinds.string, kinds.boolean)
local sum, product, max = 0, 1, -math.huge
for _, v in pairs { a = 2, b = 3, c = 7 } do sum, product, max = sum + v, product * v, math.max(max, v) end
print(sum, product, max)
local function size(t) local c = 0 for _ in next, t do c = c + 1 end return c end
print(size {}, size { 1, 2 }, size { a = 1, 2, [3] = 4 })
local all, any = true, false
for _, v in pairs { 2, 4, x = 6 } do all, any = all and v % 2 == 0, any or v > 5 end
print(all, any)
