-- Loops that count down and read lists at places that end at 0 or below.
local function knapsack(weights, values, capacity)
  local best = {}
  for c = 0, capacity do best[c] = 0 end
  for i = 1, #weights do
    local w, v = weights[i], values[i]
    for c = capacity, w, -1 do
      local candidate = best[c - w] + v
      if candidate > best[c] then best[c] = candidate end
    end
  end
  return best[capacity], best[0], best[1]
end
print(knapsack({ 3, 4, 5, 9, 4 }, { 3, 4, 4, 10, 4 }, 11))
print(knapsack({ 1 }, { 7 }, 1), knapsack({ 5 }, { 7 }, 4), knapsack({ 0, 2 }, { 1, 2 }, 6))
print(knapsack({ 2, 3 }, { 1.5, 2 }, 9))
print(pcall(knapsack, { -2 }, { 3 }, 5))
print(pcall(knapsack, { 2 }, { "3" }, 5))

local function shift(list, n, by, step)
  local seen = {}
  if step == 1 then
    for i = n, 0, -1 do list[i] = list[i - by] * 2 seen[#seen + 1] = i end
  elseif step == 2 then
    for i = n, 0, -2 do list[i] = list[i - by] * 2 seen[#seen + 1] = i end
  else
    for i = n, -1, -3 do list[i] = list[i - by] * 2 seen[#seen + 1] = i end
  end
  local text = {}
  for i = -4, n do text[#text + 1] = tostring(list[i]) end
  return table.concat(text, " "), table.concat(seen, " ")
end
local function numbers(first, last, value)
  local list = {}
  for i = first, last do list[i] = i + value end
  return list
end
for step = 1, 3 do
  for by = 0, 3 do
    print(shift(numbers(-4, 10, 1), 10, by, step))
    print(shift(numbers(-4, 7, 0.5), 7, by, step))
  end
end
print(pcall(shift, numbers(0, 5, 1), 5, 1, 1))
print(pcall(shift, numbers(1, 5, 1), 5, 1, 2))

local function sums(list, n, low)
  local sum = 0
  for i = n, low, -1 do sum = sum + list[i] + list[i - low] end
  for i = n, low, -1 do
    if list[i - 1] == nil then return sum, i end
    sum = sum - list[i - 1]
  end
  return sum
end
print(sums(numbers(0, 9, 1), 9, 3), sums(numbers(0, 9, 1), 9, 0), sums(numbers(0, 9, 0.25), 9, 4))
print(pcall(sums, numbers(1, 9, 1), 9, 3))
print(sums(numbers(-9, 9, 1), 5, -3), sums(numbers(0, 3, 1), 2, 3))
print(pcall(sums, numbers(0, 3, 1), math.mininteger + 1, math.mininteger))
