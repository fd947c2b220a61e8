-- Lists that grow by what they already have: sums so far, sequences, tables of a dynamic program.
local function show(t, first, last)
  local out = {}
  for i = first or 1, last or #t do out[#out + 1] = tostring(t[i]) end
  return table.concat(out, " ")
end

local function fibs(t, first, n)
  for i = first, n do t[i] = t[i - 1] + t[i - 2] end
  return t
end

local function sums(from, to, n)
  for i = 1, n do to[i + 1] = to[i] + from[i] end
  return to
end

local function random(n, seed)
  local t = { seed }
  for i = 2, n do t[i] = t[i - 1] * 16807 % 2147483647 end
  return t
end

local function smooth(t, n)
  for i = 3, n do
    local before = t[i - 1]
    local value = (before + t[i - 2]) / 2.0
    if value > 4.0 then t[i] = value else t[i] = value + 1.0 end
    if t[i] > 100.0 then return i end
  end
  return n
end

do
  print(show(fibs({ 1, 1 }, 3, 12)))
  print(show(fibs({ 1, 1, 7, 7, 7, 7 }, 3, 9)))         -- replaces, then grows
  print(show(fibs({ 1.5, 2.5 }, 3, 6)), show(fibs({ 1, 2.5 }, 3, 6)), show(fibs({ 1.5, 2 }, 3, 6)))
  print(#fibs({ 1, 1 }, 3, 2), #fibs({}, 3, 2))
  print(pcall(fibs, { 1, 1 }, 2, 5))
  print(pcall(fibs, { 1 }, 3, 5))
  print(pcall(fibs, {}, 1, 5))
  print(show(fibs({ [-1] = 2, [0] = 3 }, 1, 5)))        -- begins below the list
  print(show(fibs({ [0] = 3, 4 }, 2, 6)))
  print(show(fibs({ 1, 1, [6] = "six", [9] = 9 }, 3, 8), 1, 9))
  print(show(fibs({ math.maxinteger, 1 }, 3, 5)))
  print(pcall(fibs, { 1, 1 }, math.maxinteger - 1, math.maxinteger))
  print(pcall(fibs, { 1, 1 }, math.mininteger, math.mininteger + 1))
  local t = { 1, 1, "2" }
  print(show(fibs(t, 4, 6)), math.type(t[6]))
  print(pcall(fibs, { 1, "x" }, 3, 4))
  local asked = 0
  local computed = setmetatable({}, { __index = function(_, i) asked = asked + 1 return i * 10 end })
  print(show(fibs(computed, 3, 6), 3, 6), asked)
  local seen = {}
  local watched = setmetatable({ 1, 1 }, { __newindex = function(t, i, v) seen[#seen + 1] = i rawset(t, i, v + 1) end })
  print(show(fibs(watched, 3, 7)), show(seen))
  local stubborn = setmetatable({ 1, 1 }, { __newindex = function() end })
  print(pcall(fibs, stubborn, 3, 7))
  print(#stubborn)
end

do
  print(show(sums({ 1, 2, 3, 4 }, { 0 }, 4)))
  print(show(sums({ 0.5, 0.25, 0.125 }, { 0.0 }, 3)))
  print(show(sums({ 1, 2, 3 }, { 0.5 }, 3)), show(sums({ 1, 2.5, 3 }, { 0 }, 3)))
  print(pcall(sums, { 1, 2 }, { 0 }, 3))
  print(pcall(sums, { 1, 2 }, {}, 2))
  local t = { 1 }
  print(show(sums(t, t, 6)))                            -- one list
  print(show(random(8, 42)), #random(1, 42), #random(0, 42))
  local s = { 1.0, 2.0 }
  print(smooth(s, 7), show(s))
  s = { 90.0, 120.0 }
  print(smooth(s, 7), show(s))
  s = { 3, 5 }
  print(smooth(s, 5), show(s))
end

-- a table of a dynamic program: rows that grow beside those before
local function lattice(n)
  local rows = {}
  for y = 1, n do
    rows[y] = { 1 }
    for x = 2, n do
      rows[y][x] = rows[y][x - 1] + (y > 1 and rows[y - 1][x] or 0)
    end
  end
  return rows
end

local function binomials(n)
  local rows = { { 1 } }
  for y = 2, n do
    local row, above = { 1 }, rows[y - 1]
    for x = 2, y - 1 do row[x] = above[x - 1] + above[x] end
    row[y] = 1
    rows[y] = row
  end
  return rows
end

local function edits(a, b)
  local rows = {}
  for i = 0, #a do
    rows[i] = { [0] = i }
    for j = 1, #b do
      if i == 0 then
        rows[i][j] = j
      elseif a:byte(i) == b:byte(j) then
        rows[i][j] = rows[i - 1][j - 1]
      else
        rows[i][j] = 1 + math.min(rows[i - 1][j], rows[i][j - 1], rows[i - 1][j - 1])
      end
    end
  end
  return rows[#a][#b]
end

do
  local rows = lattice(5)
  for y = 1, 5 do print(show(rows[y])) end
  print(show(binomials(7)[7]))
  print(edits("kitten", "sitting"), edits("", "abc"), edits("abc", "abc"))
end

-- places that another list of the loop shares, and loops that end early
local function chain(a, b, n)
  for i = 2, n do
    a[i] = a[i - 1] + 1
    b[i] = b[i - 1] * 2 + a[i - 1]
    if b[i] > 50 then break end
  end
end

do
  local a, b = { 1 }, { 1 }
  chain(a, b, 12)
  print(show(a), show(b))
  chain(a, a, 9)
  print(show(a))
  chain(a, { 0 }, 3)
  print(show(a))
end
