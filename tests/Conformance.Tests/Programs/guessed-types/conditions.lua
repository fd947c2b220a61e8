-- The right side of "and" and "or" relies on types only when it is reached, and goes back to the general way without doing anything twice.
local log = {}
local function note(x, result)
  log[#log + 1] = x
  return result
end
local function logged()
  local text = table.concat(log, " ")
  log = {}
  return text
end

local function insertion(t, n)
  for i = 2, n do
    local x = t[i]
    local j = i - 1
    while j > 0 and t[j] > x do
      t[j + 1] = t[j]
      j = j - 1
    end
    t[j + 1] = x
  end
  return table.concat(t, ",")
end
print(insertion({ 5, 3, 9, 1, 7 }, 5))
print(insertion({ 5.5, 3.25, 9.0, 1.5 }, 4))
print(insertion({ "pear", "fig", "apple" }, 3))
print(insertion({ 5, 3.5, 9, 1.25 }, 4))
print(pcall(insertion, { 5, 3, {} }, 3))
print(pcall(insertion, { 5, 3, "x" }, 3))

local function rising(t, n)
  local count = 0
  for i = 1, n do
    if i < n and t[i] < t[i + 1] then count = count + 1 end
    if i == n or t[i] + t[i + 1] > 10 then count = count + 100 end
    if not (i >= n or t[i] == t[i + 1] - 1) and t[i] * 2 > 4 or i == 2 and t[i] - 1 == 1 then count = count + 10000 end
  end
  return count
end
print(rising({ 1, 2, 3, 7, 5 }, 5))
print(rising({ 1.5, 2, 3, 7, 5 }, 5))
print(rising(setmetatable({}, { __index = function(_, k) return k % 3 end }), 5))
print(pcall(rising, { 1, 2, 3 }, 4))

-- What is called on the left or the right is called once.
local function calls(t, n)
  local count = 0
  for i = 1, n do
    if note("a", t[i] > 1) and t[i] + 1 > 3 and note("b", true) then count = count + 1 end
    if t[i] > 2 or note("c", t[i] == 1) then count = count + 10 end
  end
  return count, logged()
end
print(calls({ 1, 2, 3, 4 }, 4))
print(calls({ 1, 2.5, 3, 4 }, 4))
print(calls(setmetatable({}, { __index = function(_, k) note("i") return k end }), 3))

-- Conditions of repeat and of later clauses.
local function search(t, x)
  local i = 0
  repeat
    i = i + 1
  until t[i] == nil or i > 0 and t[i] >= x
  if i > 5 then
    return "far"
  elseif i > 2 and t[i] and t[i] % 2 == 0 then
    return "even", i
  elseif i > 2 and t[i] then
    return "odd", i
  end
  return "near", i
end
print(search({ 1, 3, 5, 7 }, 5))
print(search({ 1, 3, 6, 7 }, 5))
print(search({ 1, 3, 6.0, 7 }, 5))
print(search({ 9 }, 5))
print(search({ 1 }, 5))
print(search({ 1, 1, 1, 1, 1 }, 5))

-- A guess that goes wrong again and again.
local function sum(t, n)
  local s = 0
  for i = 1, n do
    if i > 1 and t[i - 1] < t[i] then s = s + t[i] end
  end
  return s
end
local mixed = {}
for i = 1, 40 do mixed[i] = i % 2 == 0 and i or i + 0.5 end
print(sum({ 1, 2, 3 }, 3), sum(mixed, 40), sum({ 1, 2, 3 }, 3))

-- Lists that begin at zero.
local function steps(a, b)
  local row, previous = {}, {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    row[0] = i
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      row[j] = math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
    end
    row, previous = previous, row
  end
  return previous[#b]
end
print(steps("kitten", "sitting"), steps("", "abc"), steps("flaw", "lawn"))

-- Sums of an integer and floats.
local function total(items)
  local s, n = 0, 0
  for i = 1, #items do
    s = s + items[i].price * items[i].count
    n = n + items[i].count
  end
  return s, n
end
print(total({ { price = 1.5, count = 2 }, { price = 0.25, count = 4 } }))
print(total({ { price = 2, count = 2 }, { price = 3, count = 4 } }))
print(total({}))
print(pcall(total, { { price = 1.5, count = 2 }, { price = 1.5 } }))

-- Elements that change places.
local function reverse(t)
  local i, j = 1, #t
  while i < j do
    t[i], t[j] = t[j], t[i]
    i, j = i + 1, j - 1
  end
  return t
end
print(table.concat(reverse({ 1, 2, 3, 4, 5 }), " "), table.concat(reverse({ 1.5, 2, "x" }), " "), #reverse({}))
local function rotate(t, n)
  for i = 1, n do t[1], t[2], t[3] = t[2], t[3], t[1] end
  return tostring(t[1]) .. tostring(t[2]) .. tostring(t[3])
end
print(rotate({ 1, 2, 3 }, 4), rotate({ 1, 2 }, 1), rotate({ 1, 2, 3.5 }, 20), rotate({}, 12), rotate({ 1, 2, 3 }, 1))
