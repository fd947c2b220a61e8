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
