-- Loops over lists that are fields: of a record, of an object, of an element of another list, one below the other.

local function show(t, first, last)
  local out = {}
  for i = first or 1, last or #t do out[#out + 1] = tostring(t[i]) end
  return table.concat(out, " ")
end

local function row(n, from)
  local r = { cols = {}, vals = {}, scale = 0.5 }
  for i = 1, n do
    r.cols[i] = n + 1 - i
    r.vals[i] = from + i
  end
  return r
end

local function dot(r, x)
  local s = 0.0
  for k = 1, #r.cols do s = s + r.vals[k] * x[r.cols[k]] end
  return s
end

local function scale(r, from, n)
  for k = 1, n do r.vals[k] = from.vals[k] * from.scale end
end

do
  local r, x = row(4, 0.25), { 1.0, 2.0, 3.0, 4.0 }
  print(dot(r, x), show(r.cols), show(r.vals))
  scale(r, r, 4)                               -- one record
  print(show(r.vals))
  local other = row(4, 10.0)
  other.vals = r.vals                          -- two records, one list
  scale(other, r, 4)
  print(show(r.vals), other.vals == r.vals)
  scale(row(2, 0.0), r, 4)                     -- grows
  local short = row(2, 0.0)
  scale(short, r, 4)
  print(show(short.vals), #short.vals)
  print(pcall(scale, r, short, 6))             -- beyond the end
  r.vals[2] = 7                                -- an integer among floats
  print(dot(r, x))
  scale(r, r, 4)
  print(show(r.vals))
  r.cols[3] = nil
  print(#r.vals, pcall(dot, r, { 1.0 }))
end

-- fields that are missing, or not lists, or are inherited
do
  local r = row(3, 0.5)
  local heir = setmetatable({ cols = { 3, 1 } }, { __index = r })
  print(dot(heir, { 1.0, 2.0, 3.0 }))
  scale(heir, r, 3)
  print(show(r.vals), rawget(heir, "vals"))
  print(pcall(dot, { cols = { 1 } }, { 1.0 }))
  print(pcall(dot, { cols = { 1 }, vals = "abc" }, { 1.0 }))
  print(pcall(dot, { cols = {}, vals = 5 }, { 1.0 }))
  local asked = 0
  local computed = setmetatable({}, { __index = function(_, k) asked = asked + 1 if k == "cols" then return { 1, 2 } end return { 4.0, 8.0 } end })
  print(dot(computed, { 1.0, 0.5 }), asked)
  local seen = {}
  local watched = row(0, 0.0)
  setmetatable(watched.vals, { __newindex = function(t, k, v) seen[#seen + 1] = k rawset(t, k, v) end })
  scale(watched, r, 3)
  print(show(seen), show(watched.vals))
  -- a store that replaces the list itself
  local moved = row(0, 0.0)
  local first = moved.vals
  setmetatable(first, { __newindex = function(t, k, v) rawset(t, k, v) moved.vals = { 0.0, 0.0, 0.0 } end })
  scale(moved, r, 3)
  print(show(first), show(moved.vals))
end

-- objects
local Matrix = {}
Matrix.__index = Matrix

function Matrix.new(n)
  local m = setmetatable({ n = n, data = {} }, Matrix)
  for i = 1, n * n do m.data[i] = i % 5 * 1.0 end
  return m
end

function Matrix:mul(other, out)
  local n = self.n
  for i = 0, n - 1 do
    for j = 0, n - 1 do
      local s = 0.0
      for k = 0, n - 1 do s = s + self.data[i * n + k + 1] * other.data[k * n + j + 1] end
      out.data[i * n + j + 1] = s
    end
  end
  return out
end

do
  local a = Matrix.new(3)
  print(show(a:mul(a, Matrix.new(3)).data))
  print(show(a:mul(a, a).data))
  a.data[5] = "2"
  print((pcall(a.mul, a, a, a)), math.type(a.data[5]))
end

-- a list of rows in a field, and a field of an element
local function total(g, y)
  local s = 0.0
  for x = 1, g.w do s = s + g.cells[y][x] end
  return s
end

local function blur(g, y)
  for x = 2, g.w - 1 do
    g.cells[y][x] = (g.cells[y][x - 1] + g.cells[y][x + 1] + g.cells[y - 1][x] + g.cells[y + 1][x]) / 4
  end
end

local function pick(rows, i, n)
  local s = 0.0
  for k = 1, n do s = s + rows[i].vals[k] - rows[1].vals[k] end
  return s
end

do
  local g = { cells = {}, w = 5, h = 3 }
  for y = 1, 3 do
    g.cells[y] = {}
    for x = 1, 5 do g.cells[y][x] = x * y * 1.0 end
  end
  blur(g, 2)
  print(total(g, 1), total(g, 2), show(g.cells[2]))
  g.cells[3] = g.cells[2]
  blur(g, 2)
  print(show(g.cells[2]))
  print(pcall(total, g, 4))
  g.cells[1][3] = nil
  print(pcall(blur, g, 2))
  print(show(g.cells[2]))
  g.cells[2] = setmetatable({}, { __index = function(_, x) return x * 0.5 end, __newindex = function(_, x, v) print("set", x, v) end })
  g.cells[1] = { 1.0, 1.0, 1.0, 1.0, 1.0 }
  blur(g, 2)
  print(total(g, 2))
  g.cells = nil
  print(pcall(total, g, 1))
  local rows = { row(3, 0.0), row(3, 1.5) }
  print(pick(rows, 2, 3), pick(rows, 1, 3), pcall(pick, rows, 2, 4))
  print(pcall(pick, rows, 3, 1))
end

-- three levels, and rows that are replaced while they are walked
local function cube(c, i, j, n)
  local s = 0.0
  for k = 1, n do
    c[i][j][k] = c[i][j][k] + 1.0
    s = s + c[i][j][k] * c[j][i][k]
  end
  return s
end

local function replace(g, other)
  local s = 0.0
  for x = 1, 3 do
    s = s + g.cells[1][x]
    g.cells[x] = other[x]
  end
  return s
end

do
  local c = { { { 1.0, 2.0 }, { 3.0, 4.0 } }, { { 5.0, 6.0 }, { 7.0, 8.0 } } }
  print(cube(c, 1, 2, 2), cube(c, 2, 2, 2), show(c[1][2]), show(c[2][2]))
  c[1][2] = c[2][1]
  print(cube(c, 1, 2, 2), pcall(cube, c, 3, 1, 2))
  print(pcall(cube, c, 1, 3, 2))
  local g = { cells = { { 1.0, 2.0, 3.0 } }, w = 3, h = 1 }
  print(replace(g, { { 10.0, 20.0, 30.0 }, { 0.5 }, {} }), #g.cells, g.cells[1][2])
end

-- numbers in fields beside lists
local function nearest(p, xs, ys, n)
  local best, at = math.huge, 0
  for i = 1, n do
    local dx, dy = p.x - xs[i], p.y - ys[i]
    local d = dx * dx + dy * dy
    if d < best then best = d at = i end
  end
  return best, at
end

local function bonus(p, xs, n)
  local s = 0.0
  for i = 1, n do
    s = s + xs[i] * p.factor
    if xs[i] > 2.5 then s = s + p.extra end
  end
  return s
end

local function below(p, xs)
  local i = 1
  while xs[i] < p.limit do i = i + 1 end
  return i
end

local function spread(p, xs, n)
  for i = 1, n do xs[i] = xs[i] * p.factor + p.count end
end

do
  local xs, ys = { 1.0, 2.0, 3.0, 4.0 }, { 1.5, 2.5, 3.5, 4.5 }
  print(nearest({ x = 2.25, y = 2.25 }, xs, ys, 4))
  print(nearest({ x = 3.75, y = 9.0, z = 1 }, xs, ys, 4))
  print(nearest({ x = 2, y = 3.0 }, xs, ys, 4))
  print(nearest({ y = 1.0 }, xs, ys, 0))
  print(pcall(nearest, { y = 1.0 }, xs, ys, 1))
  print(pcall(nearest, { x = 1.0, y = "b" }, xs, ys, 1))
  print(nearest({ x = "2", y = 2.0 }, xs, ys, 4))
  print(pcall(nearest, { x = 1.0, y = 1.0 }, xs, ys, 5))
  local asked = 0
  local computed = setmetatable({ x = 1.0 }, { __index = function(_, k) asked = asked + 1 return asked * 1.0 end })
  print(nearest(computed, xs, ys, 4))
  print(asked, nearest(setmetatable({ x = 1.0 }, { __index = { y = 3.0 } }), xs, ys, 4))
  print(bonus({ factor = 2.0, extra = 0.5 }, xs, 4), bonus({ factor = 2.0 }, xs, 2), pcall(bonus, { factor = 2.0 }, xs, 3))
  print(bonus({ factor = 3, extra = 1 }, xs, 4))
  print(below({ limit = 2.5 }, xs), below({ limit = 3 }, xs), pcall(below, { limit = 9.0 }, xs))
  print(pcall(below, {}, xs))
  local p = { factor = 0.5, count = 1 }
  spread(p, xs, 4)
  print(show(xs))
  spread(p, xs, 6 - #xs)
  print(show(xs))
  p.count = 0.25
  spread(p, xs, 4)
  print(show(xs))
  p.factor = 2
  xs[3] = 8
  spread(p, xs, 4)
  print(show(xs))
  local watched = setmetatable({}, { __index = function(_, i) return i * 1.0 end, __newindex = function(_, i, v) p.count = p.count + v print("set", i, v) end })
  spread(p, watched, 3)
  print(p.count)
end
