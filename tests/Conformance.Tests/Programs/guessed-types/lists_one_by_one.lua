-- Loops that add an element in each pass, to lists of all kinds, and what they must not be mistaken for.
local function floats(n)
  local t = {}
  for i = 1, n do t[i] = i / 2 end
  return t
end
local function integers(n)
  local t = {}
  for i = 0, n - 1 do t[i + 1] = i * i end
  return t
end
local function rows(n, m)
  local t = {}
  for i = 1, n do
    local row = {}
    for j = 1, m do row[j] = i * 10 + j end
    t[i] = row
  end
  return t
end
local function sum(t)
  local s = 0
  for _, v in ipairs(t) do s = s + v end
  return s
end
for _, n in ipairs({0, 1, 2, 3, 4, 5, 10, 11, 17, 100, 1000}) do
  local f, g, h = floats(n), integers(n), rows(n, 3)
  print(n, #f, sum(f), #g, sum(g), #h, h[n] and sum(h[n]))
  f[#f + 1], g[#g + 1], h[#h + 1] = 0.5, 7, {}
  f[#f + 1], g[#g + 1], h[#h + 1] = "x", 7.5, 9
  print(#f, f[#f], #g, g[#g], #h, h[#h], next(floats(n)), next(integers(n)))
end

-- The list has elements already, of the same kind or another, or holes, or fields for later keys.
local function extend(t, from, to)
  for i = from, to do t[i] = i + 0.5 end
  local n = 0
  for _ in pairs(t) do n = n + 1 end
  return #t, n, t[from], t[to]
end
print(extend({}, 1, 8))
print(extend({1.5, 2.5}, 3, 8))
print(extend({1, 2}, 3, 8))
print(extend({1.5, 2.5, 3.5}, 2, 9))
print(extend({"a", "b"}, 3, 4))
print(extend({[9] = 1.5, [10] = 2.5}, 1, 8))
print(extend({x = 1, [4] = 2}, 1, 8))
print(extend({}, -2, 4))
print(select("#", extend({}, 5, 4)))
print(extend(setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v * 2) end}), 1, 5))
local log = {}
print(extend(setmetatable({}, {__newindex = function(_, k) log[#log + 1] = k end}), 1, 5))
print(table.concat(log, " "))

-- A loop that is never done.
local function fails(t, n, at)
  for i = 1, n do
    if i == at then error("stop at " .. i, 0) end
    t[i] = i
  end
end
local partial = {}
print(pcall(fails, partial, 1000000, 4))
print(#partial, next(partial, 3))
for k, v in pairs(partial) do print(k, v) end
partial[#partial + 1] = "more"
print(#partial, partial[4], partial[5])
local function leaves(n)
  local t = {}
  for i = 1, n do
    t[i] = i
    if i >= 5 then break end
  end
  return #t
end
print(leaves(1000000000))

-- The variable gets another list meanwhile; the list has two names.
local function exchanged(n)
  local t, old = {}, {}
  for i = 1, n do
    if i == 4 then old, t = t, {} end
    t[i] = i
  end
  return #old, old[3], t[4], t[n]
end
print(exchanged(6))
local function twice(n)
  local t = {}
  local u = t
  for i = 1, n do
    t[i] = i
    u[i] = i + 0.5
  end
  return #t, t[1], u[n]
end
print(twice(7))

-- Limits that are no keys.
local function limits(from, to)
  local t, n = {}, 0
  for i = from, to do
    t[i] = n
    n = n + 1
    if n > 3 then error("enough", 0) end
  end
  return n
end
print(pcall(limits, 1, math.maxinteger))
print(pcall(limits, math.mininteger, math.mininteger + 1))
print(pcall(limits, 1, 2.5), pcall(limits, 3, 1))

-- Lists that grow beside others that are read, perhaps the same ones under another name.
local function scaled(from, to, n, factor)
  for i = 1, n do to[i] = from[i] * factor end
  return #to, to[1], to[n]
end
local source = floats(12)
print(scaled(source, {}, 12, 2.0))
print(scaled(source, {}, 10, 3.0))
print(scaled(source, source, 12, 2.0))
print(scaled(source, {0.5, 0.5, 0.5}, 5, 2.0))
print(scaled(source, {1, 2, 3}, 5, 2.0))
print(scaled(source, {[3] = 1.5}, 12, 2.0))
print(scaled(source, {[7] = 1.5, [13] = 8.5}, 12, 2.0))
print(pcall(scaled, source, {}, 13, 2.0))
print(pcall(scaled, {}, {}, 1, 2.0))
local function shifted(a, b, n)
  for i = 1, n do
    local x = b[i]
    a[i + 1] = x + 1
  end
  return #a, a[n + 1]
end
local same = {0.5}
print(shifted(same, same, 1), shifted(same, same, 9))
print(same[2], same[9], same[10], same[11])
print(shifted({1.5}, floats(20), 20))
print(shifted({}, floats(20), 20))
local function both(a, b, n)
  for i = 1, n do
    a[i] = i + 0.5
    b[i] = i * 2
  end
  return #a, a[n], #b, b[n]
end
print(both({}, {}, 6))
local one = {}
print(both(one, one, 6))
print(both(one, one, 9))
local function back(a, b, n)
  for i = 2, n do
    a[i] = i + 0.5
    b[i - 1] = i + 0.25
  end
  return #a, a[n], #b, b[n - 1]
end
local two = {0.0}
print(back(two, two, 8))
print(table.concat(two, " "))
local function table2(weight, n, capacity)
  local rows, first = {}, {}
  for w = 1, capacity + 1 do first[w] = 0 end
  rows[1] = first
  for i = 1, n do
    local row = {}
    for w = 0, capacity do
      local b = rows[i][w + 1]
      if w >= weight[i] then b = math.max(b, rows[i][w - weight[i] + 1] + weight[i] * 2) end
      row[w + 1] = b
    end
    rows[i + 1] = row
  end
  return #rows, #rows[n + 1], rows[n + 1][capacity + 1]
end
print(table2({3, 4, 5, 9}, 4, 20))
print(pcall(table2, {3, 4.5, 5}, 3, 11))

-- Places in a square that lies in one list.
local function square(n)
  local a = {}
  for i = 1, n * n do a[i] = i * 0.5 end
  local total = 0.0
  for i = 1, n do
    for j = 1, n do
      total = total + a[(i - 1) * n + j] * a[n * n - n * i + j]
      a[j + (i - 1) * n] = total
    end
  end
  return total, a[n], #a
end
print(square(1), square(2), square(7))
local function window(a, n, half)
  local out = {}
  for x = 1, n do
    local s = 0.0
    for d = 1, 2 * half + 1 do s = s + (a[x + d - half - 1] or 0) end
    local t = 0.0
    if x > half and x <= n - half then
      for d = 1, 2 * half + 1 do t = t + a[x + d - half - 1] * d end
    end
    out[x] = s + t
  end
  return table.concat(out, " ")
end
print(window(floats(9), 9, 2))
print(window({1, 2.5, 3, 4.5, 5}, 5, 1))
local function named(re, im, from, half, factor)
  for k = from, from + half - 1 do
    local o = k + half
    local last = half
    local t = factor * re[o]
    re[o] = re[k] - t
    re[k] = re[k] + t
    im[last] = im[o] + im[k]
    local p = o
    im[p] = t
  end
  return table.concat(re, " "), table.concat(im, " ")
end
print(named(floats(8), floats(8), 1, 4, 0.5))
print(named(floats(8), floats(8), 3, 3, 0.5))
print(named(floats(8), {1, 2, 3, 4, 5, 6, 7, 8}, 1, 4, 2))
print(pcall(named, floats(7), floats(8), 1, 4, 0.5))
local both2 = floats(8)
print(named(both2, both2, 1, 4, 0.5))
