-- Functions that hold variables of the function around them, which takes numbers for what they are until one is not.

-- a function inside that assigns a variable outside
local function walk(list, count)
  local seed, calls = 7, 0
  local function random()
    seed = seed * 16807 % 2147483647
    calls = calls + 1
    return seed / 2147483647
  end
  local sum, places = 0.0, {}
  for i = 1, count do
    local entry = list[i]
    if random() < 0.5 then
      entry.x = entry.x + random()
      sum = sum + entry.x
    else
      sum = sum - list[i].y * 2
    end
    places[i] = calls
  end
  return string.format("%s %d %s", sum, calls, table.concat(places, " "))
end

local function entries(count)
  local list = {}
  for i = 1, count do list[i] = { x = i + 0.5, y = i * 2.0 } end
  return list
end

print(walk(entries(6), 6))
local odd = entries(8)
odd[3].x, odd[3].y = "4", "5"
odd[5].y = 3
print(walk(odd, 8))
print(pcall(walk, entries(3), 5))
odd = entries(8)
odd[6].x = nil
odd[6].y = {}
print(pcall(walk, odd, 8))
for i = 1, 12 do
  local list = entries(4)
  list[2].y = i
  list[2].x = i
  print(walk(list, 4))
end

-- what a function inside leaves in a variable is seen behind the way out
local function both(list)
  local total, log = 0, ""
  local function add(value)
    total = total + value
    log = log .. tostring(value) .. ";"
    return total
  end
  for i = 1, #list do
    local before = total
    local after = add(list[i])
    if after < before then log = log .. "down;" end
  end
  return total, log
end
print(both({ 1, 2, 3 }))
print(both({ 1, 2.5, -3 }))
print(both({ 1, "2", 3 }))
print(pcall(both, { 1, {}, 3 }))

-- in a loop: each pass has variables of its own
local function passes(list)
  local out = {}
  for i = 1, #list do
    local here = list[i] * 2
    local function bump(by)
      here = here + by
      return here
    end
    for j = 1, 2 do
      bump(list[j] + 1)
    end
    out[i] = here
  end
  return table.concat(out, " ")
end
print(passes({ 1, 2, 3 }))
print(passes({ 1, 2.5, 3 }))
print(pcall(passes, { 1, 2, "x" }))

-- recursion inside
local function tree(values)
  local best, visits = values[1], 0
  local function visit(i)
    visits = visits + 1
    if i > #values then return 0 end
    if values[i] > best then best = values[i] end
    return visit(2 * i) + visit(2 * i + 1) + values[i]
  end
  local sum = visit(1)
  for i = 1, #values do
    sum = sum + values[i] * 0.5
  end
  return sum, best, visits
end
print(tree({ 3, 1, 4, 1, 5, 9, 2, 6 }))
print(tree({ 3, 1.5, 4 }))
print(pcall(tree, { 3, {}, 4 }))

-- a closure that keeps a value that nobody assigns
local function sorted(list, sign)
  local names = {}
  table.sort(list, function(a, b) return a.rank * sign < b.rank * sign end)
  local sum = 0
  for i = 1, #list do
    sum = sum + list[i].rank * i
    names[i] = list[i].rank
  end
  return sum, table.concat(names, " ")
end
print(sorted({ { rank = 3 }, { rank = 1 }, { rank = 2 } }, 1))
print(sorted({ { rank = 3 }, { rank = 1.5 }, { rank = 2 } }, -1))

-- a way out between a jump and its label
local function skipping(list)
  local seen = 0
  local function see() seen = seen + 1 return seen end
  local sum = 0
  for i = 1, #list do
    if see() % 2 == 0 then goto continue end
    sum = sum + list[i]
    ::continue::
  end
  return sum, seen
end
print(skipping({ 1, 2, 3, 4, 5 }))
print(skipping({ 1, 2, 3.5, 4, "5" }))
