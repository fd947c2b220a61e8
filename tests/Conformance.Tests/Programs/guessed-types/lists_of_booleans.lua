-- Lists of booleans: asked for their truth, where nil is as good as false, and read as values, where it is not.
local function sieve(n)
  local composite, primes = {}, {}
  for i = 2, n do composite[i] = false end
  for i = 2, n do
    if not composite[i] then
      primes[#primes + 1] = i
      for j = i * i, n, i do composite[j] = true end
    end
  end
  return table.concat(primes, " ")
end
print(sieve(60))

-- a set: only true is ever stored
local function distinct(list)
  local seen, count = {}, 0
  for i = 1, #list do
    if not seen[list[i]] then
      seen[list[i]] = true
      count = count + 1
    end
  end
  return count
end
print(distinct({ 1, 2, 3, 2, 1, 0, -1, 0, 100, 100 }), distinct({ 1, 2.0, 2, 1.5, 1.5 }), distinct({}))

-- cells around, with values of and, or and comparisons
local function step(rows)
  local out = {}
  for i = 1, #rows do
    local up, row, down, new = rows[i - 1] or {}, rows[i], rows[i + 1] or {}, {}
    for j = 1, #row do
      local count = 0
      if up[j - 1] then count = count + 1 end
      if up[j] then count = count + 1 end
      if up[j + 1] then count = count + 1 end
      if row[j - 1] then count = count + 1 end
      if row[j + 1] then count = count + 1 end
      if down[j - 1] then count = count + 1 end
      if down[j] then count = count + 1 end
      if down[j + 1] then count = count + 1 end
      new[j] = count == 3 or (count == 2 and row[j])
    end
    out[i] = new
  end
  return out
end
local function show(rows)
  local lines = {}
  for i = 1, #rows do
    local cells = {}
    for j = 1, #rows[i] do cells[j] = rows[i][j] and "#" or (rows[i][j] == false and "." or tostring(rows[i][j])) end
    lines[i] = table.concat(cells)
  end
  return table.concat(lines, "/")
end
local function grid(text)
  local rows = { {} }
  for c in text:gmatch(".") do
    if c == "/" then rows[#rows + 1] = {} else
      local row = rows[#rows]
      row[#row + 1] = c == "#"
    end
  end
  return rows
end
local cells = grid(".#../..#./###./....")
for _ = 1, 4 do cells = step(cells) print(show(cells)) end
cells = grid("##./##./...")
cells[1][2] = "yes"
print(show(step(cells)))
cells[2][1] = 0
print(show(step(step(cells))))

-- nil is no boolean where the value counts
local function values(list, n)
  local out, same = {}, 0
  for i = 1, n do
    local v = list[i]
    out[i] = tostring(v)
    local both = i > 0 and list[i]
    if both == v then same = same + 1 end
    local either = list[i] or i > 2
    out[i] = out[i] .. tostring(both) .. tostring(either) .. tostring(not list[i])
  end
  return table.concat(out, " "), same
end
print(values({ true, false, true }, 3))
print(values({ true, false, true }, 5))
print(values({ true, 1, "x", nil, false }, 5))

-- moves, swaps and copies
local function moves(list, n)
  local copy = {}
  for i = 1, n do copy[i] = list[i] end
  for i = 1, n // 2 do copy[i], copy[n + 1 - i] = copy[n + 1 - i], copy[i] end
  for i = 1, n - 1 do
    if copy[i] and not copy[i + 1] then copy[i], copy[i + 1] = copy[i + 1], copy[i] end
  end
  local text = {}
  for i = 1, n do text[i] = tostring(copy[i]) end
  return #copy, table.concat(text, " ")
end
print(moves({ true, false, true, false, false }, 5))
print(moves({ true, false, 3, false, false }, 5))
print(moves({ false, true, true }, 4))

-- __index answers for what is not there
local function truths(list, n)
  local count = 0
  for i = 0, n do
    if list[i] then count = count + 1 elseif list[i + 1] and not list[i - 1] then count = count + 10 end
  end
  return count
end
local plain = { true, false, true }
print(truths(plain, 5))
print(truths(setmetatable({ false, true, false }, { __index = function(_, key) return key % 2 == 0 end }), 8))
plain[0] = true
print(truths(plain, 5))
plain[2] = "text"
print(truths(plain, 5))
print(pcall(truths, nil, 2))

-- a list that grows and shrinks in the loop
local function grow(n)
  local flags = {}
  for i = 1, n do flags[i] = i % 3 == 0 end
  local i = 1
  while flags[i] ~= nil do
    if flags[i] then flags[#flags] = nil end
    i = i + 1
  end
  flags[#flags + 1] = true
  flags[#flags + 1] = false
  return #flags, flags[#flags], i
end
print(grow(10), grow(30))

-- frozen by the way
local function fill(list, n)
  for i = 1, n do
    if not list[i] then list[i] = true end
  end
  local count = 0
  for i = 1, n do if list[i] then count = count + 1 end end
  return count
end
print(fill({ false, true, false }, 3), fill({}, 40), fill({ false, 7, false }, 5))
