-- Loops in which each branch stores the element of the pass, some of them do, or they store different ones.
local function show(t) return #t, table.concat(t, " ") end

local function signs(t, n)
  local out = {}
  for i = 1, n do
    if t[i] > 0 then out[i] = 1 elseif t[i] < 0 then out[i] = -1 else out[i] = 0 end
  end
  return out
end
print(show(signs({3, -2, 0, 5, -7}, 5)))
print(show(signs({3.5, -2.5, 0.0, 0 / 0}, 4)))
print(show(signs({}, 0)))
print(pcall(signs, {1, 2}, 3))
print(pcall(signs, {1, "x", 3}, 3))

local function some(t, n)
  local out = {}
  for i = 1, n do
    if t[i] > 0 then out[i] = 1 elseif t[i] < 0 then out[i] = -1 end
  end
  return out
end
local partly = some({3, -2, 0, 5}, 4)
print(partly[1], partly[2], partly[3], partly[4])

local function mixed(t, n)
  local out = {}
  for i = 1, n do
    if t[i] > 0 then out[i] = t[i] * 2 else out[i] = 0.5 end
  end
  return out
end
print(show(mixed({3, -2, 0, 5}, 4)))

local function shifted(t, n)
  local out = {}
  for i = 1, n do
    if t[i] > 0 then out[i] = 1 else out[i + 1] = 2 end
  end
  return out
end
local far = shifted({3, 4, -2, 5, 6}, 5)
print(far[1], far[2], far[3], far[4], far[5], far[6])

local function nested(t, n)
  local out = {}
  for i = 1, n do
    if t[i] > 0 then
      if t[i] > 4 then out[i] = 9 else out[i] = 4 end
    else
      local value = -t[i]
      out[i] = value
    end
  end
  return out
end
print(show(nested({3, -2, 0, 5}, 4)))

local function leaves(t, n)
  local out = {}
  for i = 1, n do
    if t[i] == 7 then
      break
    elseif t[i] > 0 then
      out[i] = 1
    else
      out[i] = 2
    end
  end
  return out
end
print(show(leaves({3, -2, 7, 5}, 4)))
local function early(t, n)
  local out = {}
  for i = 1, n do
    if t[i] > 0 then out[i] = 1 else if t[i] == -7 then return out end out[i] = 2 end
  end
  return out
end
print(show(early({3, -2, -7, 5}, 4)))
local function fails(t, out, n)
  for i = 1, n do
    if t[i] > 0 then out[i] = 1 else if t[i] == -7 then error("seven") end out[i] = 2 end
  end
end
local kept = {}
print(pcall(fails, {3, -2, -7, 5}, kept, 4))
print(show(kept))

-- Moves in branches, the list that is read and grown, and rows.
local function choose(a, b, n)
  local out = {}
  for i = 1, n do
    if a[i] < b[i] then out[i] = a[i] else out[i] = b[i] end
  end
  return out
end
print(show(choose({1, 5, 3}, {4, 2, 3}, 3)))
print(show(choose({1.5, 5.5, 3.5}, {4.5, 2.5, 3.5}, 3)))
print(show(choose({1, 5.5, 3}, {4.5, 2, 3}, 3)))
local function extend(t, n)
  for i = 2, n do
    if i % 2 == 0 then t[i] = t[i - 1] + 1 else t[i] = t[i - 1] * 2 end
  end
  return t
end
print(show(extend({1}, 8)))
print(show(extend({1, 9, 9, 9, 9}, 4)))
local function border(n)
  local g = {}
  for i = 1, n do
    g[i] = {}
    for j = 1, n do
      if i == 1 or j == 1 then g[i][j] = 1.5 else g[i][j] = g[i - 1][j] + g[i][j - 1] end
    end
  end
  return g
end
for _, row in ipairs(border(4)) do print(show(row)) end
local function checker(n)
  local g = {}
  for i = 1, n do
    g[i] = {}
    for j = 0, n do
      if (i + j) % 2 == 0 then g[i][j] = 1 else g[i][j] = 0 end
    end
  end
  return g
end
for _, row in ipairs(checker(3)) do print(row[0], show(row)) end
local down = {}
for i = 5, 1, -1 do if i > 2 then down[i] = i else down[i] = 0 end end
print(show(down))
