-- Loops whose passes ask for all elements before they change anything: where one is absent, the pass begins again in the general way.
local function show(t)
  local parts = {}
  for k, v in pairs(t) do parts[#parts + 1] = tostring(k) .. "=" .. tostring(v) end
  table.sort(parts)
  return table.concat(parts, " ")
end

local function list(n, f)
  local t = {}
  for i = 1, n do t[i] = f(i) end
  return t
end

-- insertion sort: the condition reads, the body moves
local function insertion(a, n)
  for i = 2, n do
    local v = a[i]
    local j = i - 1
    while j >= 1 and a[j] > v do
      a[j + 1] = a[j]
      j = j - 1
    end
    a[j + 1] = v
  end
  return a
end
print(table.concat(insertion(list(9, function(i) return i * 5 % 7 end), 9), " "))
print(table.concat(insertion(list(9, function(i) return i * 5 % 7 / 2 end), 9), " "))
print(table.concat(insertion({ "pear", "fig", "apple", "plum" }, 4), " "))
print(table.concat(insertion({ 3, 1.5, 2, 1 }, 4), " "))
print(pcall(insertion, { 3, 2, 1 }, 4))
print(pcall(insertion, { 3, 2, "x", 1 }, 4))

-- counts at any place: an absent count is an error, with the sums of the passes before kept
local function count(a, c, n)
  local seen, total = 0, 0.5
  for i = 1, n do
    local k = a[i]
    c[k] = c[k] + 1
    seen = seen + k
    total = total + k / 2
  end
  return seen, total
end
local counts = list(5, function() return 0 end)
print(count({ 1, 5, 2, 5, 5, 3 }, counts, 6))
print(show(counts))
print(pcall(count, { 1, 2, 9, 3 }, counts, 4))
print(show(counts))
counts[9] = 0
print(count({ 1, 2, 9, 3, 9 }, counts, 5))
print(show(counts))
counts[2] = 0.5
print(count({ 1, 2, 2, 3 }, counts, 4))
print(show(counts))
print(pcall(count, { 1, 2, 2.0, "3" }, counts, 4))
print(show(counts))

-- weights at gathered places, along a counter
local function gather(w, at, n)
  local s, m = 0.0, 0
  for i = 1, n do
    s = s + w[at[i]] * 2
    if s > 7 then m = m + 1 end
  end
  return s, m
end
local weights = list(4, function(i) return i / 2 end)
print(gather(weights, { 4, 1, 3, 2, 4 }, 5))
weights[0] = 0.25
print(gather(weights, { 4, 0, 3, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1 }, 13))
print(gather(setmetatable(weights, { __index = function(_, k) return k * 1.5 end }), { 4, 7, 3, -2 }, 4))
print(pcall(gather, { 1.5, 2.5 }, { 1, 2, 3, 1 }, 4))
print(gather({ 1, 2, 3 }, { 1, 2, 3, 1 }, 4))

-- rows from place 0, of which each pass but the first reads the one before
local function longest(a, b)
  local before, now = {}, {}
  for j = 0, #b do before[j] = 0 end
  for i = 1, #a do
    now[0] = 0
    local x = a[i]
    for j = 1, #b do
      if x == b[j] then now[j] = before[j - 1] + 1 else now[j] = math.max(before[j], now[j - 1]) end
    end
    before, now = now, before
  end
  return before[#b]
end
print(longest({ 1, 2, 3, 4, 5, 3 }, { 2, 4, 3, 5, 9, 3 }))
print(longest({ "a", "b", "c" }, { "b", "x", "c", "a" }))

-- two ends that come together
local function partition(a, low, high)
  local p = a[(low + high) // 2]
  local i, j = low, high
  while i <= j do
    while a[i] < p do i = i + 1 end
    while a[j] > p do j = j - 1 end
    if i <= j then
      a[i], a[j] = a[j], a[i]
      i, j = i + 1, j - 1
    end
  end
  return i, j
end
local parts = list(12, function(i) return i * 7 % 13 end)
print(partition(parts, 1, 12))
print(table.concat(parts, " "))
print(pcall(partition, { 5, 1, 4 }, 1, 5))

-- what is asked too late, or in turns
local function turns(a, b, n)
  local log, i = 0, 1
  repeat
    if a[i] > 3 then
      b[a[i]] = i
      log = log + 1
    else
      log = log + b[i]
    end
    i = i + 1
  until i > n or b[i] == 4
  return log, i
end
print(turns({ 1, 5, 2, 9, 3 }, { 1, 1, 1, 1, 1 }, 5))
print(pcall(turns, { 1, 5, 2, 9, 3, 4 }, { 1, 1 }, 6))

-- elements that are added again and again
local function collatz(lengths, n)
  for i = #lengths + 1, n do
    local x, steps = i, 0
    while x >= i do
      steps = steps + 1
      x = x % 2 == 0 and x // 2 or 3 * x + 1
    end
    lengths[i] = lengths[x] + steps
  end
  return lengths
end
print(table.concat(collatz({ 0 }, 30), " "))

local function spread(t, at, n)
  local i = 1
  while i <= n do
    t[at[i]] = i
    i = i + 1
  end
  return t
end
print(show(spread({}, list(20, function(i) return i end), 20)))
print(show(spread({}, list(20, function(i) return 21 - i end), 20)))
print(show(spread({ 1, 2, 3 }, { 1, 3, 2, 2.0, 5, 0, 4 }, 7)))
print(pcall(spread, { 1, 2, 3 }, { 1, 3, nil, 2 }, 4))

-- continue, break and return
local function walk(a, stop, n)
  local odd, i = 0, 0
  while i < n do
    i = i + 1
    if a[i] % 2 == 0 then goto continue end
    if a[i] == stop then break end
    if a[i] > 90 then return "large", i, odd end
    odd = odd + a[i]
    ::continue::
  end
  return i, odd
end
print(walk({ 1, 2, 3, 4, 5 }, 5, 5))
print(walk({ 1, 2, 91, 4, 5 }, 5, 5))
print(walk({ 1, 2, 3.0, 4, 5 }, 7, 5))
print(pcall(walk, { 1, 2, 3 }, 9, 5))

-- flags, of which some may be nil
local function flip(f, at, n)
  local lit = 0
  for i = 1, n do
    local k = at[i]
    f[k] = not f[k]
    if f[k] then lit = lit + 1 end
  end
  return lit
end
local flags = list(6, function(i) return i % 2 == 0 end)
print(flip(flags, { 1, 2, 1, 3, 6 }, 5), show(flags))
flags[4] = nil
print(flip(flags, { 4, 4, 5, 8, 8, 8 }, 6), show(flags))

-- a list that becomes another in the middle
local function scale(t, at, f, n)
  local i = 1
  while i <= n do
    local k = at[i]
    t[k] = t[k] * f
    i = i + 1
  end
  return t
end
print(show(scale({ 1, 2, 3 }, { 1, 2, 3, 1 }, 2, 4)))
print(show(scale({ 1, 2, 3 }, { 1, 2, 3, 1 }, 0.5, 4)))
print(show(scale({ 1.5, 2.5 }, { 2, 1, 2 }, 2, 3)))
print(show(scale({ 1, 2.5, 3 }, { 2, 1, 3 }, 2, 3)))
