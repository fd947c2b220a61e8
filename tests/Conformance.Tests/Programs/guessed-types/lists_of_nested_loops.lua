-- Lists that loops around others look up once: all that may move their elements in between.

local function show(name, list)
  local parts = {}
  for i = 1, #list do parts[i] = tostring(list[i]) end
  print(name, table.concat(parts, " "))
end

-- The list that grows has another name in the same loops.
local function grow(a, b, n)
  local s = 0
  for i = 1, n do
    for j = 1, 3 do
      a[#a + 1] = i * 10 + j
      s = s + b[#b] + b[j]
    end
    for j = 1, #b do s = s + b[j] end
  end
  return s
end
local one = { 1, 2, 3 }
print(grow(one, one, 5), #one)
print(grow({ 4 }, { 5, 6, 7 }, 3))

-- By a counter, beyond what was there before.
local function append(a, b, n)
  local s = 0
  for i = 1, n do
    for j = 1, 4 do a[(i - 1) * 4 + j] = i + j end
    for j = 1, i * 4 do s = s + b[j] end
    for j = 1, 3 do a[j] = s % 7 end
  end
  return s
end
local two = {}
print(append(two, two, 9))
show("two", two)

-- Elements get another kind, and back.
local function mix(a, n)
  local s = 0.0
  for i = 1, n do
    for j = 1, #a do
      a[j] = a[j] + 0.5
    end
    a[1 + i % #a] = i
    for j = 1, #a do s = s + a[j] end
  end
  return s
end
local three = { 1.0, 2.0, 3.0, 4.0 }
print(mix(three, 6))
show("three", three)

-- A metamethod that runs within the loops.
local log = {}
local rows = {}
local function fresh(n, v)
  local r = {}
  for i = 1, n do r[i] = v end
  return r
end
local function spread(target, n)
  local s = 0
  for i = 1, n do
    for j = 1, 3 do
      target[j] = i * j
      s = s + rows[j][1] + rows[1][j]
    end
  end
  return s
end
rows = { fresh(3, 1), fresh(3, 10), fresh(3, 100) }
local plain = { 0, 0, 0 }
print(spread(plain, 3))
local watched = setmetatable({}, { __newindex = function(_, k, v)
  log[#log + 1] = k .. "=" .. v
  rows[k] = fresh(3, v)
  if v % 2 == 0 then rows = { rows[3], rows[1], rows[2] } end
end })
print(spread(watched, 3))
print(table.concat(log, " "))
for i = 1, 3 do show("row " .. i, rows[i]) end

-- Rows are exchanged between the loops that use them.
local function rotate(m, n)
  local s = 0
  for r = 1, n do
    for i = 1, #m do
      for j = 1, #m[i] do s = (s * 3 + m[i][j]) % 1000003 end
    end
    local first = m[1]
    for i = 1, #m - 1 do m[i] = m[i + 1] end
    m[#m] = first
    m[1][1] = m[1][1] + r
  end
  return s
end
print(rotate({ { 1, 2, 3 }, { 4, 5 }, { 6, 7, 8, 9 } }, 7))

-- Elements that are moved alone, of any kind.
local function move(a, b, n)
  local s = 0
  for i = 1, n do
    for j = 1, #a do
      a[j] = b[(i + j) % #b + 1]
      for k = 1, 2 do s = s + a[j][k] end
    end
  end
  return s
end
print(move({ { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 }, { 9, 10 } }, 4))
print(pcall(move, { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, "text", { 9, 10 } }, 4))

-- A metamethod at the end of a list.
local tail = 0
local ended = setmetatable({ 1, 2 }, { __index = function(t, k)
  tail = tail + 1
  plain[#plain + 1] = k
  if tail % 3 == 0 then return 5 end
  return nil
end })
local function walk(list, other, n)
  local s = 0
  for _ = 1, n do
    for _, v in ipairs(list) do s = s + v end
    for j = 1, #other do s = s + other[j] end
  end
  return s
end
print(walk(ended, plain, 5), #plain)

-- A constant stored all over, in a list that is shorter before.
local function fill(a, b, n)
  local s = 0
  for i = 1, n do
    for j = 1, i * 2 do a[j] = 7 end
    for j = 1, #b do s = s + b[j] end
  end
  return s
end
local four = { 1 }
print(fill(four, four, 5))

-- nil ends a list early, and holes stay holes.
local function cut(a, n)
  local parts = {}
  for i = 1, n do
    local s = 0
    for j = 1, #a do s = s + a[j] end
    parts[#parts + 1] = #a .. ":" .. s
    a[#a] = nil
  end
  return table.concat(parts, " ")
end
print(cut({ 1, 2, 3, 4, 5 }, 4))
local function gaps(a, n)
  local s = 0
  for i = 1, n do
    for j = 1, 6 do
      if a[j] then s = s + a[j] end
    end
    a[i + 6] = i
  end
  return s
end
print(gaps({ 1, nil, 3, nil, 5 }, 3))

-- What is not there is told where it is asked for.
local function sum(m, n)
  local s = 0.0
  for i = 1, n do
    for j = 1, n do
      s = s
        + m[i][j]
    end
  end
  return s
end
print(pcall(sum, { { 1.0, 2.0 }, { 3.0 } }, 2))
print(pcall(sum, { { 1.0, 2.0 } }, 2))
print(pcall(sum, { { 1.0, 2.0 }, { 3.0, "x" } }, 2))
print(sum({ { 1, 2 }, { 3, 4.5 } }, 2))
