-- With annotations, so its expectation is that of the same program without them. Loops that go down columns of a grid again and again: the rows are found once, and given up where one of them may have changed.
local function show(g: {{number}}, n: integer, m: integer): number
  local sum = 0
  for i = 1, n do
    local row = g[i]
    for j = 1, m do sum = sum + (row[j] or -1) * (i + 2 * j) end
  end
  return sum
end

local function floats1(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

-- a product, into new rows
local function multiply(a: {{number}}, b: {{number}}, n: integer, m: integer, l: integer): {{number}}
  local c = {}
  for i = 1, n do
    local row, ai = {}, a[i]
    for j = 1, l do
      local sum: number = 0.0
      for k = 1, m do sum = sum + ai[k] * b[k][j] end
      row[j] = sum
    end
    c[i] = row
  end
  return c
end
for _, n in ipairs({ 3, 16, 20, 33 }) do
  print("product", n, show(multiply(floats1(n, n), floats1(n, n), n, n, n), n, n))
end
print("wide", show(multiply(floats1(20, 17), floats1(17, 30), 20, 17, 30), 20, 30))

local function wholes2(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 5 + j) % 13 end
    g[i] = row
  end
  return g
end

-- integers
local function sums(g: {{integer}}, n: integer, m: integer): {integer}
  local out = {}
  for j = 1, m do
    local sum = 0
    for k = 1, n do sum = sum + g[k][j] end
    out[j] = sum
  end
  return out
end
print("integers", table.concat(sums(wholes2(20, 25), 20, 25), " "))

local function floats3(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

local function wholes3(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 5 + j) % 13 end
    g[i] = row
  end
  return g
end

-- rows of other kinds, too short, missing, not tables
local function with(row)
  local h = wholes3(20, 25)
  h[7] = row
  return h
end
print("mixed", table.concat(sums(with(floats3(1, 25)[1]), 20, 25), " "))
print("short", pcall(sums, with({ 1, 2, 3 }), 20, 25))
print("metatable", table.concat(sums(with(setmetatable({}, { __index = function(_, k) return k * 100 end })), 20, 25), " "))
print("missing", pcall(sums, with(nil), 20, 25))
print("text", pcall(sums, with("text"), 20, 25))

local function floats4(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

-- the results go into a row of the grid itself: in place, behind its end, and as another type
local function into(g: {{number}}, r: integer, n: integer, m: integer)
  local target = g[r]
  for j = 1, m do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    target[j] = sum * 0.25
  end
  return show(g, n, m)
end
print("in place", into(floats4(20, 20), 4, 20, 20), into(floats4(20, 20), 20, 20, 20))

local function floats5(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

local function extend(g: {{number}}, r: integer, n: integer, m: integer)
  local target = g[r]
  for j = 1, m do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    target[m + j] = sum
    target[1] = target[1] + 1.0
  end
  return #target, target[1], target[m + m], show(g, n, m)
end
print("longer", extend(floats5(18, 20), 3, 18, 20))

local function floats6(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

local function counts(g: {{number}}, r: integer, n: integer, m: integer)
  local target = g[r]
  for j = 1, m do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    target[j + 1] = j
    target[j] = sum
  end
  return show(g, n, m), target[1], target[m], target[m + 1]
end
print("integers among floats", counts(floats6(18, 21), 2, 18, 20))

local function floats7(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

local function shorten(g: {{number}}, r: integer, n: integer, m: integer)
  local target = g[r]
  local total = 0.0
  for j = 1, m do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    total = total + sum
    target[m + 1 - j // 4] = nil
  end
  return total
end
print("shorter", pcall(shorten, floats7(18, 20), 2, 18, 20))

local function floats8(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

-- a metamethod replaces rows, changes them, and takes itself away
local function fill(g: {{number}}, target: {number}, n: integer, m: integer)
  for j = 1, m do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    target[j] = sum
  end
  return show({ target }, 1, m)
end
print("filled", fill(floats8(20, 20), {}, 20, 20))

local function list1(m)
  local t = {}
  for j = 1, m do t[j] = j / 2 end
  return t
end
local function refill(g: {{number}}, target: {number}, n: integer, m: integer)
  for j = 1, m do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    target[j] = sum
  end
  return show({ target }, 1, m)
end
local own, third, twentieth = floats8(20, 20), list1(20), list1(20)
own[3] = third
print("own row", refill(own, third, 20, 20), show(own, 20, 20))
own[20] = twentieth
print("new row", refill(own, twentieth, 20, 20), show(own, 20, 20))

local calls = 0
local replaced = floats8(20, 20)
print("replaced", fill(replaced, setmetatable({}, {
  __newindex = function(self, key, value)
    calls = calls + 1
    replaced[calls % 20 + 1] = floats8(calls, 20)[calls]
    rawset(self, key, value)
  end,
}), 20, 20), calls)

local changed = floats8(20, 20)
print("taken away", fill(changed, setmetatable({}, {
  __newindex = function(self, key, value)
    setmetatable(self, nil)
    for i = 1, 20 do
      changed[i][5] = 1000.5
      for j = 20, 6, -1 do changed[i][j] = nil end
      for j = 6, 20 do changed[i][j] = i + j / 2 end
    end
    self[key] = value
  end,
}), 20, 20))

local function floats10(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

-- places that go along with the counter, two columns of one grid, and of itself
local function transposed(a: {{number}}, b: {{number}}, n: integer): number
  local total = 0.0
  for i = 1, n do
    for j = 1, n do
      local sum: number = 0.0
      for k = 2, n do sum = sum + a[k - 1][i] * b[k][j] + b[k][i] end
      total = total + sum
    end
  end
  return total
end
print("turned", transposed(floats10(24, 24), floats10(24, 24), 24), transposed(floats10(5, 5), floats10(5, 5), 5))
local twice = floats10(24, 24)
print("same", transposed(twice, twice, 24))

local function floats11(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

-- a row is replaced between
local function between(g: {{number}}, n: integer): number
  local total = 0.0
  for j = 1, n do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    g[j] = floats11(n, n)[n + 1 - j]
    total = total + sum
  end
  return total
end
print("between", string.format("%.6f", between(floats11(20, 20), 20)))

local function floats12(n, m)
  local g = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = (i * 7 + j * 3) % 11 / 2 end
    g[i] = row
  end
  return g
end

-- a store before the loop moves a row, and one behind it, too
local function before(g: {{number}}, target: {number}, n: integer, m: integer): number
  for j = 1, m - 1 do
    target[m + j] = 0.5
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    target[j + 1] = sum / 4.0
  end
  return show(g, n, m)
end
local function behind(g: {{number}}, target: {number}, n: integer, m: integer): number
  for j = 1, m - 1 do
    local sum: number = 0.0
    for k = 1, n do sum = sum + g[k][j] end
    target[j + 1] = sum / 4.0
    target[m + j] = 0.5
  end
  return show(g, n, m)
end
local function list2(m)
  local t = {}
  for j = 1, m do t[j] = j / 2 end
  return t
end
local first, second, one, two = floats12(20, 20), floats12(20, 20), list2(20), list2(20)
first[3], second[3] = one, two
print("before", string.format("%.9g", before(first, one, 20, 20)), #one)
print("behind", string.format("%.9g", behind(second, two, 20, 20)), #two)
