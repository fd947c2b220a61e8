-- Functions inside functions that are only called by their names: what they use of the functions around, and guesses that fail in them.

-- variables that nobody assigns any more, and one that the function inside assigns
local function queens(n)
  local columns, up, down = {}, {}, {}
  local count, visits = 0, 0
  local function place(row)
    visits = visits + 1
    if row > n then
      count = count + 1
      return
    end
    for c = 1, n do
      local u, d = row + c, row - c + n
      if not columns[c] and not up[u] and not down[d] then
        columns[c], up[u], down[d] = true, true, true
        place(row + 1)
        columns[c], up[u], down[d] = nil, nil, nil
      end
    end
  end
  place(1)
  return count, visits
end
print(queens(5), queens(6))
print(queens(4.0))
print(pcall(queens, "6"))

-- elements of other types than the calls before had
local function quicksort(xs)
  local swaps = 0
  local function sort(lo, hi)
    if lo >= hi then return end
    local pivot = xs[(lo + hi) // 2]
    local i, j = lo, hi
    while i <= j do
      while xs[i] < pivot do i = i + 1 end
      while xs[j] > pivot do j = j - 1 end
      if i <= j then
        xs[i], xs[j] = xs[j], xs[i]
        i, j, swaps = i + 1, j - 1, swaps + 1
      end
    end
    sort(lo, j)
    sort(i, hi)
  end
  sort(1, #xs)
  return table.concat(xs, " "), swaps
end
print(quicksort({ 5, 3, 9, 1, 7, 7, 2 }))
print(quicksort({ 5, 3.5, 9, -1, 7.25, 7, 2 }))
print(quicksort({ "pear", "fig", "apple", "plum" }))
print(pcall(quicksort, { 5, 3, "4", 1 }))
print(pcall(quicksort, { 5, 3, {}, 1 }))
for i = 1, 12 do
  print(quicksort({ i, i + 0.5, 3, 1 }))
end

-- a variable that changes its type by reference, in a copy that goes on in the general way
local function total(list, step)
  local sum, last = 0, "none"
  local function add(i)
    local value = list[i]
    sum = sum + value * step
    last = value
    return sum
  end
  local trace = {}
  for i = 1, #list do
    trace[#trace + 1] = tostring(add(i))
  end
  return table.concat(trace, " "), last
end
print(total({ 1, 2, 3 }, 2))
print(total({ 1, 2.5, 3 }, 2))
print(total({ 1, "2", 3 }, 0.5))
print(pcall(total, { 1, 2, false }, 1))
print(pcall(total, { 1, 2, 3 }, nil))

-- the function around assigns a variable between calls
local function scaled(list)
  local factor = 1
  local function at(i)
    return list[i] * factor
  end
  local out = {}
  for i = 1, #list do
    out[i] = at(i)
    factor = factor + 1
    if i == 3 then factor = factor / 2 end
  end
  factor = "10"
  out[#out + 1] = at(1)
  factor = nil
  return table.concat(out, " "), pcall(function() return at(1) end)
end
print(scaled({ 1, 2, 3, 4, 5 }))
local function scaled_alone(list)
  local factor = 1
  local function at(i)
    return list[i] * factor
  end
  local out = {}
  for i = 1, #list do
    out[i] = at(i)
    factor = factor + 1
    if i == 3 then factor = factor / 2 end
  end
  factor = "10"
  out[#out + 1] = at(1)
  return table.concat(out, " ")
end
print(scaled_alone({ 1, 2, 3, 4, 5 }))
print(pcall(scaled_alone, { 1, {}, 3 }))

-- functions inside that call each other, and a function inside a function inside
local function nested(n)
  local depth, deepest, log = 0, 0, {}
  local function enter()
    depth = depth + 1
    if depth > deepest then deepest = depth end
  end
  local function leave()
    depth = depth - 1
  end
  local function walk(i)
    enter()
    local width = i % 3
    local function children(k)
      if k > width then return 0 end
      local function below()
        log[#log + 1] = i * 10 + k
        return walk(i - k)
      end
      return (i - k > 0 and below() or 0) + children(k + 1)
    end
    local sum = i + children(1)
    leave()
    return sum
  end
  local sum = walk(n)
  return sum, depth, deepest, table.concat(log, ",")
end
print(nested(8))
print(nested(5.0))
print(pcall(nested, "5"))

-- names that hide others
local function hiding(x)
  local y = x + 1
  local function f(x)
    local z = x + y
    local function y(y)
      return y + z + x
    end
    return y(z)
  end
  local y = f(y)
  local function f(z)
    return y * z + x
  end
  return f(y)
end
print(hiding(1), hiding(2.5))

-- variables that are new in each pass, in loops of all kinds
local function passes(n)
  local out = {}
  for i = 1, n do
    local seen = 0
    local function bump(by)
      seen = seen + by * i
      return seen
    end
    bump(1)
    out[#out + 1] = bump(2)
    i = i + 1
    out[#out + 1] = bump(1)
  end
  local k = 0
  while k < n do
    k = k + 1
    local here = k
    local function next() here = here * 2 return here + k end
    out[#out + 1] = next() + next()
  end
  repeat
    local left = k
    local function step() left = left - 1 return left end
    k = step()
    out[#out + 1] = k
  until step() < 0
  for key, value in pairs({ 10, 20 }) do
    local function both() value = value + key return value end
    both()
    out[#out + 1] = both()
  end
  local j = 1
  ::again::
  local mine = j * 100
  local function add(x) mine = mine + x return mine end
  add(j)
  out[#out + 1] = add(1)
  j = j + 1
  if j < 4 then goto again end
  return table.concat(out, " ")
end
print(passes(3))

-- a function value keeps its own variables, whatever functions beside it do
local function values(n)
  local made, base = {}, 10
  local function offset(i)
    return base + i
  end
  for i = 1, n do
    local held = offset(i)
    local function get(add) return held + add end
    made[i] = function(add)
      return get(add) * offset(add)
    end
  end
  return made
end
local made = values(3)
print(made[1](1), made[2](2), made[3](0.5), made[1] == made[2])
print(pcall(made[1], {}))

-- the same function by its name and as a value
local function twice(list)
  local count = 0
  local function see(i) count = count + 1 return list[i] + count end
  local sum = see(1)
  local f = see
  return sum + f(2) + see(3), count
end
print(twice({ 1, 2, 3 }))
print(twice({ 1, 2.5, 3 }))

-- results of several kinds
local function results(list)
  local at = 0
  local function next()
    at = at + 1
    if at > #list then return nil, "end" end
    return list[at]
  end
  local function both(i) return list[i], list[i + 1] end
  local function give(...) return select("#", ...), ... end
  local out = {}
  while true do
    local value, why = next()
    if not value then out[#out + 1] = why break end
    out[#out + 1] = value
  end
  print(both(1))
  print((both(2)))
  print(give(both(1)))
  return table.concat(out, " ")
end
print(results({ 1, 2, 3 }))
print(results({ "a", 2.5 }))

-- a tail call of itself, and of another
local function tails(n)
  local steps = 0
  local function down(i, sum)
    steps = steps + 1
    if i == 0 then return sum, steps end
    return down(i - 1, sum + i)
  end
  local function start(i) return down(i, 0) end
  return start(n)
end
print(tails(10))
print(tails(100000))
print(tails(3.0))

-- booleans, and a list of lists
local function flood(grid)
  local height, width = #grid, #grid[1]
  local seen = {}
  for y = 1, height do
    seen[y] = {}
    for x = 1, width do seen[y][x] = false end
  end
  local size, first
  local function visit(x, y)
    if x < 1 or y < 1 or x > width or y > height then return false end
    if seen[y][x] or grid[y][x] == 0 then return false end
    seen[y][x] = true
    size = size + 1
    first = first or x .. ":" .. y
    visit(x + 1, y)
    visit(x - 1, y)
    visit(x, y + 1)
    visit(x, y - 1)
    return true
  end
  local sizes = {}
  for y = 1, height do
    for x = 1, width do
      size = 0
      if visit(x, y) then sizes[#sizes + 1] = size end
    end
  end
  return table.concat(sizes, " "), first
end
print(flood({ { 1, 0, 1 }, { 1, 0, 1 }, { 0, 1, 1 } }))
print(flood({ { 1, 0, 0.0 }, { 1, "x", 1 }, { 0, 1, 1 } }))
print(pcall(flood, { { 1, 1 }, { 1 }, {} }))
print(pcall(flood, { { 1, 1 }, false }))
