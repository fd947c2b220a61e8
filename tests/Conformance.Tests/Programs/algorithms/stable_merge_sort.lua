-- A stable sort with a comparison function.
local function sort(t, lt)
  local n, src, dst = #t, t, {}
  local width = 1
  while width < n do
    for lo = 1, n, 2 * width do
      local mid, hi = math.min(lo + width, n + 1), math.min(lo + 2 * width, n + 1)
      local i, j = lo, mid
      for k = lo, hi - 1 do
        if i < mid and (j >= hi or not lt(src[j], src[i])) then dst[k] = src[i] i = i + 1 else dst[k] = src[j] j = j + 1 end
      end
    end
    src, dst = dst, src
    width = width * 2
  end
  return src
end
local items = {}
for i, w in ipairs { "bb", "a", "cc", "ddd", "e", "ff", "ggg" } do items[i] = { w = w, i = i } end
local r = {}
for i, it in ipairs(sort(items, function(a, b) return #a.w < #b.w end)) do r[i] = it.w .. it.i end
print(table.concat(r, " "))
