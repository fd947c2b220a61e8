-- Splitting amounts without losing cents.
local function split(total, weights)
  local sum = 0
  for _, w in ipairs(weights) do sum = sum + w end
  local parts, used = {}, 0
  for i, w in ipairs(weights) do
    parts[i] = total * w // sum
    used = used + parts[i]
  end
  for i = 1, total - used do parts[(i - 1) % #parts + 1] = parts[(i - 1) % #parts + 1] + 1 end
  return parts
end
local function show(t, w)
  local p = split(t, w)
  local s = 0
  for _, v in ipairs(p) do s = s + v end
  print(t, table.concat(p, " "), s == t)
end
show(100, { 1, 1, 1 })
show(1000, { 50, 30, 20 })
show(5, { 1, 1, 1, 1, 1, 1 })
show(99999, { 3, 3, 1 })
show(0, { 1, 2 })
local function thousands(n)
  local s = tostring(n):reverse():gsub("(%d%d%d)", "%1,"):reverse()
  return (s:gsub("^,", ""))
end
print(thousands(1), thousands(999), thousands(1000), thousands(1234567), thousands(100000))
