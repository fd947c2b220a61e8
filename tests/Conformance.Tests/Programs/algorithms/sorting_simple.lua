-- Bubble, insertion, selection sort.
local function bubble(t)
  for i = #t, 2, -1 do
    local swapped = false
    for j = 1, i - 1 do
      if t[j] > t[j + 1] then t[j], t[j + 1] = t[j + 1], t[j] swapped = true end
    end
    if not swapped then break end
  end
  return t
end
local function insertion(t)
  for i = 2, #t do
    local v, j = t[i], i - 1
    while j > 0 and t[j] > v do t[j + 1] = t[j] j = j - 1 end
    t[j + 1] = v
  end
  return t
end
local function selection(t)
  for i = 1, #t - 1 do
    local m = i
    for j = i + 1, #t do if t[j] < t[m] then m = j end end
    t[i], t[m] = t[m], t[i]
  end
  return t
end
print(table.concat(bubble { 5, 2, 9, 1, 5, 6 }, " "))
print(table.concat(insertion { 5, 2, 9, 1, 5, 6 }, " "))
print(table.concat(selection { "d", "a", "c", "b" }, " "))
