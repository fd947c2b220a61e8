-- Statements that use a list several times look for its elements once; whatever happens to the list between them has to be seen.
local state = { 1, 2, 3, 4 }

local function turn()
  local t = state[1] ~ (state[1] << 3 & 0xFF)
  state[1], state[2], state[3] = state[2], state[3], state[4]
  state[4] = (state[4] ~ state[4] >> 1) ~ t
  return state[4]
end
print(turn(), turn(), turn(), turn(), turn())
print(table.concat(state, ","))

-- other elements come to be, and others go
local function grow(list, n)
  list[n + 1] = list[n] + 1
  list[n + 2] = list[n + 1] + list[n]
  list[n] = nil
  return list[n], list[n + 1], list[n + 2], list[n - 1]
end
print(grow({ 1, 2, 3 }, 3))
print(grow({ 1, 2, 3, 4, 5 }, 4))

-- elements of another kind
local function mix(list)
  list[1] = list[1] + 0.5
  list[2] = list[1] * list[2]
  list[3] = list[3] .. "!"
  return list[1], list[2], list[3]
end
print(mix({ 1, 2, 3 }))
print(mix({ 1.5, 2.5, "x" }))
print(mix(setmetatable({}, { __index = function(_, k) return k * 10 end })))

-- another list in the same variable
local function replace(a, b)
  local s = a[1] + a[2] + a[3]
  a = b
  s = s * 100 + a[1] + a[2] + a[3]
  a[1], a[2], a[3] = s, s + 1, s + 2
  return s
end
local first, second = { 1, 2, 3 }, { 4, 5, 6 }
print(replace(first, second), table.concat(first, ","), table.concat(second, ","))

-- two variables with the same list
local function alias(a, b)
  a[1] = b[1] + 1
  b[1] = a[1] + 1
  a[2] = b[1] + b[2]
  b[4] = a[2]
  a[5] = b[4] + 1
  return a[1] + b[2] + a[4] + b[5]
end
local both = { 1, 2, 3 }
print(alias(both, both), table.concat(both, ","))

-- branches, exits and jumps
local function branch(list, k)
  if list[k] == 0 then return "zero", list[1] end
  if list[k] < 0 then
    list[k] = -list[k]
    if list[k] > 5 then goto large end
  elseif list[k] > 100 then
    list = { list[k] }
    return list[1], list[2]
  end
  list[1] = list[1] + list[k]
  ::large::
  list[2] = list[2] + list[k]
  return list[1], list[2], list[k]
end
print(branch({ 0, 1, 2 }, 1))
print(branch({ 5, 1, -2 }, 3))
print(branch({ 5, 1, -7 }, 3))
print(branch({ 5, 1, 101 }, 3))
print(branch({ 5, 1, 7 }, 3))

-- a metamethod that changes the list behind it
local log = {}
local backing = { 10, 20, 30 }
local proxy = setmetatable({}, {
  __index = function(_, k) log[#log + 1] = "r" .. k return backing[k] end,
  __newindex = function(_, k, v) log[#log + 1] = "w" .. k backing[k] = v backing[k + 1] = v + 1 end,
})
local function through(list)
  list[1] = list[1] + 1
  list[2] = list[2] + list[1]
  list[3] = list[3] + list[2]
  return list[1], list[2], list[3]
end
print(through(proxy))
print(table.concat(log, " "))
print(through(backing))

-- rows, and lists in fields
local grid = { { 1, 2, 3 }, { 4, 5, 6 } }
local function rows(g, y, x)
  g[y][x] = g[y][x] + g[y][x + 1] * g[y][x + 2]
  g[y][x + 1] = g[y][x] - 1
  return g[y][1], g[y][2], g[y][3]
end
print(rows(grid, 1, 1))
print(rows(grid, 2, 1))
print(pcall(rows, grid, 2, 2))
print(pcall(rows, grid, 3, 1))

local stack = { items = { 7 }, top = 1 }
local function push3(s, v)
  local items, top = s.items, s.top
  items[top + 1] = v
  items[top + 2] = items[top + 1] + items[top]
  items[top + 3] = items[top + 2] + items[top + 1]
  s.top = top + 3
  return items[top + 3]
end
print(push3(stack, 1), push3(stack, 2), #stack.items, stack.top)

-- a loop among the statements
local function around(list, n)
  list[1] = list[1] + list[2]
  for i = 2, n do list[i] = (list[i] or 0) + list[i - 1] end
  list[n + 1] = list[n] + list[1]
  return list[1] + list[n] + list[n + 1]
end
print(around({ 1, 2, 3 }, 3), around({ 1, 2, 3 }, 6), around({ 1.5, 2 }, 3))
print(pcall(around, { 1 }, 2))

-- loops with few passes
local function small(m, v)
  local out = {}
  for i = 1, 3 do
    local s = 0
    for k = 0, 2 do s = s + m[(i - 1) * 3 + k + 1] * v[k + 1] end
    out[i] = s
  end
  return out
end
print(table.concat(small({ 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 2, 3 }), " "))
print(table.concat(small({ 1.5, 2, 3, 4, 5.5, 6, 7, 8, 9 }, { 1, 2.25, 3 }), " "))
print(pcall(small, { 1, 2, 3 }, { 1, 2, 3 }))
print(pcall(small, { 1, 2, 3 }, { 1, 2 }))

-- what a loop is given may be anything that counts
local limits = { 3 }
local bound = setmetatable({}, { __unm = function() return 4 end })
local function count(list, m)
  for i = 1, -m do list[i] = i * i end
  return table.concat(list, ",")
end
print(count({}, -3), count({ 9, 9 }, bound), count({}, "-2"))
print(pcall(count, {}, {}))
