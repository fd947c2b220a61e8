-- Quick sort, merge sort, heap sort.
local function quick(t, lo, hi)
  lo, hi = lo or 1, hi or #t
  if lo < hi then
    local p, i = t[hi], lo - 1
    for j = lo, hi - 1 do if t[j] <= p then i = i + 1 t[i], t[j] = t[j], t[i] end end
    t[i + 1], t[hi] = t[hi], t[i + 1]
    quick(t, lo, i) quick(t, i + 2, hi)
  end
  return t
end
local function merge(t)
  if #t <= 1 then return t end
  local mid = #t // 2
  local a, b = merge { table.unpack(t, 1, mid) }, merge { table.unpack(t, mid + 1) }
  local r, i, j = {}, 1, 1
  while i <= #a or j <= #b do
    if j > #b or i <= #a and a[i] <= b[j] then r[#r + 1] = a[i] i = i + 1 else r[#r + 1] = b[j] j = j + 1 end
  end
  return r
end
local function heap(t)
  local n = #t
  local function sift(i, n)
    while true do
      local c = 2 * i
      if c > n then return end
      if c < n and t[c + 1] > t[c] then c = c + 1 end
      if t[i] >= t[c] then return end
      t[i], t[c] = t[c], t[i]
      i = c
    end
  end
  for i = n // 2, 1, -1 do sift(i, n) end
  for i = n, 2, -1 do t[1], t[i] = t[i], t[1] sift(1, i - 1) end
  return t
end
local function data() return { 31, 41, 59, 26, 53, 58, 97, 93, 23, 84, 62, 64, 33 } end
print(table.concat(quick(data()), " "))
print(table.concat(merge(data()), " "))
print(table.concat(heap(data()), " "))
