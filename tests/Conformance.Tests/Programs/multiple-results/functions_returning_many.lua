-- Functions with several results used in idiomatic ways.
local function divmod(a, b) return a // b, a % b end
local q, r = divmod(17, 5)
print(q, r)
local function minmax(t)
  local lo, hi = t[1], t[1]
  for _, v in ipairs(t) do
    if v < lo then lo = v end
    if v > hi then hi = v end
  end
  return lo, hi
end
print(minmax { 3, 1, 4, 1, 5, 9 })
print(math.max(minmax { 3, 7 }))
print(string.format("%d..%d", minmax { 4, 2 }))
local t = { minmax { 5, 6 }, minmax { 7, 8 } }
print(#t, t[1], t[2], t[3])
print(select(2, divmod(9, 4)), (divmod(9, 4)))
