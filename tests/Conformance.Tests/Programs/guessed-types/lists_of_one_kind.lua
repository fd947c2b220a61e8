-- Lists whose elements are all of one kind, and what ends that.
local function grid(n, m)
  local rows = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = i * 10.5 + j end
    rows[i] = row
  end
  return rows
end

local function sum(rows, n, m)
  local total = 0.0
  for i = 1, n do
    for j = 1, m do total = total + rows[i][j] end
  end
  return total
end

local function show(...)
  print(pcall(...))
end

local g = grid(3, 4)
show(sum, g, 3, 4)

-- A row that is no table, a row that is missing, an element of another kind.
local cases = {
  function(t) t[2] = "row" end,
  function(t) t[2] = nil end,
  function(t) t[3] = nil end,
  function(t) t[2] = setmetatable({}, { __index = function(_, k) return k end }) end,
  function(t) t[2][3] = 7 end,
  function(t) t[2][3] = "8" end,
  function(t) t[2][3] = "x" end,
  function(t) t[2][3] = nil end,
  function(t) t[2][4] = nil end,
  function(t) t[2][3] = true end,
  function(t) table.remove(t, 2) end,
  function(t) table.insert(t, 2, { 1.5, 2.5, 3.5, 4.5 }) end,
  function(t) table.insert(t, 2, 99) end,
  function(t) t[1], t[3] = t[3], t[1] end,
  function(t) table.sort(t, function(a, b) return a[1] > b[1] end) end,
}
for i, change in ipairs(cases) do
  local t = grid(3, 4)
  change(t)
  local ok, result = pcall(sum, t, 3, 4)
  print(i, ok, ok and result or tostring(result):gsub("^.-:%d+: ", ""))
end

-- The kind changes while a loop reads.
local function drift(t, n)
  local s = 0
  for i = 1, n do
    local v = t[i]
    s = s + v
    if i == 2 then t[4] = 0.5 end
    if i == 5 then t[6] = "6" end
  end
  return s
end
show(drift, { 1, 2, 3, 4, 5, 6, 7 }, 7)

-- A list that has become empty takes elements of another kind.
local function refill(t, values)
  for i = #t, 1, -1 do t[i] = nil end
  for i = 1, #values do t[#t + 1] = values[i] end
  local parts = {}
  for i = 1, #t do parts[#parts + 1] = type(t[i]) .. ":" .. tostring(t[i] == values[i]) end
  return #t .. " " .. table.concat(parts, " ")
end
local t = {}
local inner = {}
print(refill(t, { 1, 2, 3 }))
print(refill(t, { 1.5, 2.5 }))
print(refill(t, { true, false, true }))
print(refill(t, { "a", "b", "c", "d", "e" }))
print(refill(t, { inner, inner }))
print(refill(t, { print, inner, "a", 1, 2.5, false }))
print(refill(t, { 1, 2, 3 }))

-- A list of strings, and one with something else in it.
local function lengths(words, n)
  local total = 0
  for i = 1, n do
    local word = words[i]
    total = total + #word
  end
  return total
end
print(lengths({ "one", "three", "" }, 3))
print(lengths({ "one", { 1, 2 }, "" }, 3))
show(lengths, { "one", "two" }, 3)

-- Clearing and filling lists of tables.
local rows = grid(4, 1)
for i = 2, 3 do rows[i] = nil end
print(#rows, rows[1][1], rows[2], rows[3], rows[4][1])
for i = 2, 3 do rows[i] = inner end
print(rows[2] == inner, rows[3] == inner, rows[4][1])
for i = 1, 4 do rows[i] = inner end
print(rows[1] == inner, #rows)
rows[4] = nil
print(#rows, rows[4])

-- A queue of tables that moves upwards.
local queue, first, last = {}, 1, 0
for i = 1, 300 do
  last = last + 1
  queue[last] = { i }
  if i > 5 then
    queue[first] = nil
    first = first + 1
  end
end
print(first, last, queue[first][1], queue[last][1], queue[first - 1])

-- A loop over floats in which a guess fails.
local function floats(list)
  local s, c = 0, 0
  for x = 1.0, 5.0 do
    c = c + 1
    local v = list[c]
    s = s + v
    print(x, c, s)
  end
  return s
end
print(floats({ 1, 2, 3, 4, 5 }))
print(floats({ 1, 2.5, 3, 4, 5 }))
