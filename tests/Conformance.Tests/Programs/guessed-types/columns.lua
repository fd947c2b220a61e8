-- One place of many rows: they mostly have the same length and kind, and any may be another.
local function column(g, j, n)
  local sum = 0.0
  for k = 1, n do sum = sum + g[k][j] end
  return sum
end

local function grid(n, m, f)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = f(i, j) end
    g[i] = row
  end
  return g
end

local function float(i, j) return i + j / 4 end
local function integer(i, j) return i * 10 + j end

local g = grid(6, 4, float)
print(column(g, 1, 6), column(g, 4, 6), column(g, 4, 0))
print(pcall(column, g, 5, 6))
print(pcall(column, g, 0, 6))
print(pcall(column, g, -1, 6))
print(pcall(column, g, math.mininteger, 6))
print(pcall(column, g, 1, 7))
print(column(grid(6, 4, integer), 2, 6))

-- Rows that differ: longer, shorter, of integers, mixed, with a hole, with a field at the place, with a metatable, frozen, the same one again.
local function with(i, row)
  local h = grid(6, 4, float)
  h[i] = row
  return h
end
print(column(with(3, {1.5, 2.5, 3.5, 4.5, 5.5, 6.5}), 4, 6))
print(pcall(column, with(3, {1.5, 2.5}), 4, 6))
print(pcall(column, with(3, {}), 1, 6))
print(column(with(3, {1, 2, 3, 4}), 4, 6), column(with(1, {1, 2, 3, 4}), 4, 6))
print(column(with(3, {1.5, "x", {}, 4}), 4, 6), pcall(column, with(3, {1.5, "x", {}, 4}), 2, 6))
print(pcall(column, with(3, {1.5, nil, nil, 4.5}), 2, 6))
print(column(with(3, {[4] = 9.5}), 4, 6), column(with(1, {[4] = 9.5}), 4, 6))
print(column(with(3, setmetatable({1.0, 2.0, 3.0}, {__index = function(_, k) return k * 100 end})), 4, 6))
print(column(with(3, {1.5, 2.5, 3.5, "10"}), 4, 6), pcall(column, with(3, {1.5, 2.5, 3.5, "x"}), 4, 6))
print(pcall(column, with(3, 7), 4, 6))
print(pcall(column, with(3, "text"), 4, 6))
print(column(with(3, setmetatable({}, {__index = g[1]})), 4, 6))
local same = grid(1, 4, float)[1]
print(column({same, same, same}, 2, 3), column({same, {2.5, 3.5, 4.5, 5.5}, same}, 2, 3))

-- The rows from another place on, downwards, and two columns of two grids.
local function product(a, b, n)
  local c = {}
  for i = 1, n do
    local row, ai = {}, a[i]
    for j = 1, n do
      local sum = 0.0
      for k = 1, n do sum = sum + ai[k] * b[k][j] end
      row[j] = sum
    end
    c[i] = row
  end
  return c
end
local p = product(grid(4, 4, float), grid(4, 4, integer), 4)
print(table.concat(p[1], " "), table.concat(p[4], " "))
p = product(p, grid(4, 4, float), 4)
print(table.concat(p[1], " "), table.concat(p[4], " "))

local function trace(a, b, i, j, n)
  local total = 0
  for k = n, 2, -1 do
    local upper, lower = a[k - 1], b[k]
    total = total * 2 + upper[i] - lower[j] + b[k][i]
  end
  return total
end
print(trace(grid(5, 5, integer), grid(5, 5, integer), 2, 3, 5), pcall(trace, grid(5, 5, integer), grid(4, 4, integer), 2, 3, 5))
print(trace(grid(5, 5, integer), grid(5, 5, float), 2, 3, 5))

-- Other lists get elements on the way, and one of the rows is one of them.
local function collect(rows, to, j, n)
  for k = 1, n do to[k] = rows[k][j] * 2 end
  return #to
end
local rows = grid(5, 3, integer)
print(collect(rows, {}, 1, 5), collect(rows, rows[5], 3, 5), table.concat(rows[5], " "))
rows = grid(5, 3, integer)
print(collect(rows, rows[2], 2, 5), table.concat(rows[2], " "))

local cost = {}
for i = 1, 12 do
  cost[i] = {}
  for j = 1, 12 do cost[i][j] = 0 end
end
local dims = {5, 3, 7, 2, 9, 4, 6, 8, 3, 5, 2, 7, 4}
for length = 2, 12 do
  for i = 1, 12 - length + 1 do
    local j, best = i + length - 1, math.maxinteger
    for k = i, j - 1 do
      local c = cost[i][k] + cost[k + 1][j] + dims[i] * dims[k + 1] * dims[j + 1]
      if c < best then best = c end
    end
    cost[i][j] = best
  end
end
print(cost[1][12])
