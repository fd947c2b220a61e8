-- Lists of booleans that begin at 2, or lose elements: asked for their truth, where nil is as good as false, and read as values, where it is not.
local function primes(n)
  local flags = {}
  for i = 2, n do flags[i] = true end
  for i = 2, math.floor(math.sqrt(n)) do
    if flags[i] then
      for j = i * i, n, i do flags[j] = false end
    end
  end
  local count, sum = 0, 0
  for i = 1, n do
    if flags[i] then count = count + 1 sum = sum + i end
  end
  return count, sum, flags[1], flags[2], flags[4], flags[n + 1]
end
print(primes(30))
print(primes(1000))

-- nil where a prime is none
local function kept(n)
  local is = {}
  for i = 1, n do is[i] = true end
  is[1] = nil
  local i = 2
  while i * i <= n do
    if is[i] then
      local j = i * i
      while j <= n do is[j] = nil j = j + i end
    end
    i = i + 1
  end
  local sum = 0
  for key, value in pairs(is) do sum = sum + (value and key or 1000) end
  return sum, is[1], is[2], is[4]
end
print(kept(100))
print(kept(97))

-- truths and values in one loop, and in loops inside of each other
local function both(flags, n)
  local truths, nils, log = 0, 0, {}
  for i = 1, n do
    if flags[i] then truths = truths + 1 end
    local value = flags[i]
    if value == nil then nils = nils + 1 end
    log[#log + 1] = tostring(value)
    for j = i, i + 2 do
      if not flags[j] then truths = truths + 10 end
      local other = flags[j]
      if other == false then nils = nils + 100 end
    end
  end
  return truths, nils, table.concat(log, " ")
end
local holes = { true, true, false, true, false, true }
holes[2] = nil
holes[5] = nil
print(both(holes, 6))
print(both({ true, false, true, true }, 4))
print(both(holes, 8))

-- a condition of the loop that reads a value, around one that does not
local function conditions(flags, done)
  local i, count = 1, 0
  while flags[i] ~= done and i < 20 do
    for j = 1, 6 do
      if flags[j] then count = count + 1 end
      if not flags[j] and flags[j] ~= false then count = count + 100 end
    end
    i = i + 1
  end
  return i, count
end
print(conditions(holes, nil))
print(conditions(holes, false))
print(conditions(holes, true))

-- stored while the loop reads
local function stores(flags, n)
  for i = 2, n do
    flags[i] = not flags[i - 1]
    if flags[i] and i % 5 == 0 then flags[i - 3] = nil end
    if not flags[i] then flags[i // 2] = true end
  end
  local text = {}
  for i = 1, n do text[i] = flags[i] and "t" or flags[i] == nil and "-" or "f" end
  return table.concat(text)
end
print(stores({}, 30))
print(stores({ true }, 30))
local late = {}
for i = 2, 12 do late[i] = false end
print(stores(late, 14))

-- made one by one, with what lies before
local function made(n)
  local flags = {}
  for i = 3, n do flags[i] = i % 3 == 0 end
  for i = 3, n do flags[i] = flags[i - 1] or flags[i - 2] end
  local other = {}
  for i = 2, n do
    if flags[i] then other[i] = true else other[i] = false end
  end
  local text = {}
  for i = 1, n do text[i] = tostring(flags[i]) .. "/" .. tostring(other[i]) end
  return table.concat(text, " ")
end
print(made(12))

-- doors: every value comes from the one before
local function doors(n)
  local open = {}
  for i = 2, n do open[i] = false end
  for i = 2, n do
    for j = i, n, i do open[j] = not open[j] end
  end
  local text = {}
  for i = 1, n do if open[i] then text[#text + 1] = i end end
  return table.concat(text, " ")
end
print(doors(60))

-- moves and swaps carry the nil
local function moves(flags, n)
  for i = 1, n - 1 do
    if flags[i] then flags[i], flags[i + 1] = flags[i + 1], flags[i] end
  end
  local copy = {}
  for i = 1, n do copy[i] = flags[i] end
  local text = {}
  for i = 1, n do text[i] = tostring(flags[i]) .. tostring(copy[i]) end
  return table.concat(text, " ")
end
local moved = { true, false, true, true, false, true }
moved[4] = nil
print(moves(moved, 6))
print(moves({ true, true, false }, 3))

-- parameters whose lists differ: packed, with holes, with a metatable, of other kinds
local function count(flags, n)
  local c = 0
  for i = 1, n do
    if flags[i] then c = c + i end
  end
  return c
end
local function flagged(from, to)
  local flags = {}
  for i = from, to do flags[i] = i % 2 == 0 end
  return flags
end
for round = 1, 3 do
  print(count(flagged(1, 8), 8), count(flagged(2, 8), 9), count(flagged(3, 8), 8))
  print(count(setmetatable(flagged(2, 8), { __index = function(_, key) return key == 1 or key > 9 end }), 11))
  print(count(setmetatable(flagged(2, 8), { __index = { true } }), 9))
  print(count({ 1, false, nil, "x" }, 5))
end

-- rows of a grid with holes
local function grid(rows, n)
  local c = 0
  for y = 1, n do
    local row = rows[y]
    for x = 1, n do
      if row[x] and not row[x - 1] then c = c + x * y end
      if row[x] == nil then c = c + 1000 end
    end
  end
  return c
end
print(grid({ flagged(1, 4), flagged(2, 4), flagged(3, 4), flagged(1, 4) }, 4))

-- filled with nil, true and false, over the end and backwards
local function fills(n)
  local flags = {}
  for i = 2, n do flags[i] = true end
  for i = 4, n, 3 do flags[i] = nil end
  for i = 5, n + 3, 5 do flags[i] = false end
  for i = n, n - 4, -2 do flags[i] = nil end
  for i = 1, n + 6, 6 do flags[i] = true end
  local text = {}
  for i = 1, n + 7 do text[i] = flags[i] and "t" or flags[i] == nil and "-" or "f" end
  return table.concat(text)
end
print(fills(24))
print(fills(25))
