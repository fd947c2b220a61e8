-- t[i], t[j] = t[j], t[i] on lists of each kind, at places that are there and at others
local function show(t)
  local parts = {}
  for k, v in pairs(t) do parts[#parts + 1] = tostring(k) .. "=" .. (type(v) == "table" and v.name or tostring(v)) end
  table.sort(parts)
  return table.concat(parts, " ")
end

local function swap(t, i, j)
  t[i], t[j] = t[j], t[i]
  return show(t)
end
print(swap({ 1, 2, 3 }, 1, 3))
print(swap({ 1, 2, 3 }, 2, 2))
print(swap({ 1.5, 2.5, 3.5 }, 1, 3))
print(swap({ true, false, true, false }, 1, 4))
print(swap({ "a", "b", "c" }, 3, 1))
print(swap({ { name = "x" }, { name = "y" } }, 1, 2))
print(swap({ 1, "b", 2.5, true }, 1, 4))
print(swap({ 1, 2, 3 }, 1, 4))
print(swap({ 1, 2, 3 }, 3, 4))
print(swap({ 1, 2, 3 }, 4, 3))
print(swap({ 1, nil, 3, 4 }, 2, 4))
print(swap({ 1, nil, 3, 4 }, 2, 1))
print(swap({ true, nil, false, true }, 2, 4))
print(swap({ true, nil, false, true }, 3, 4))
print(swap({ 1, 2, 3 }, 0, 2))
print(swap({ 1, 2, 3 }, -1, 5))
print(swap({ 1, 2, 3 }, 1.0, 3.0))
print(swap({ 1, 2, 3 }, 1.5, 3))
print(swap({ 1, 2, 3, name = "n" }, "name", 3))
print(swap({ x = 1, y = 2 }, "x", "y"))
print(swap({ 1, 2, 3 }, math.maxinteger, 1))
print(swap({ 1, 2, 3 }, math.mininteger, 1))
print(pcall(swap, { 1, 2, 3 }, nil, 1))
print(pcall(swap, { 1, 2, 3 }, 1, nil))
print(pcall(swap, { 1, 2, 3 }, 0 / 0, 1))
print(pcall(swap, nil, 1, 2))
print(pcall(swap, 5, 1, 2))
print(pcall(swap, "text", 1, 2))

-- metamethods see the keys that are absent
local log = {}
local watched = setmetatable({ 1, 2 }, {
  __index = function(_, k) log[#log + 1] = "get " .. tostring(k) return k end,
  __newindex = function(t, k, v) log[#log + 1] = "set " .. tostring(k) .. " " .. tostring(v) rawset(t, k, v) end,
})
print(swap(watched, 1, 2), #log)
print(swap(watched, 1, 3), table.concat(log, ", "))
print(swap(watched, 4, 3), table.concat(log, ", "))
local proxy = setmetatable({}, { __index = { 7, 8, 9 } })
print(swap(proxy, 1, 3))

-- keys that are sums, and other forms of keys
local function bubble(a)
  for i = 1, #a do
    for j = 1, #a - i do
      if a[j] > a[j + 1] then a[j], a[j + 1] = a[j + 1], a[j] end
    end
  end
  return table.concat(a, " ")
end
print(bubble({ 5, 2, 9, 1, 7 }))
print(bubble({ 5.5, 2.5, 9.5, 1.5 }))
print(bubble({ "q", "b", "z", "a" }))
print(pcall(bubble, { 3, "a" }))

local sums = 0
local number = setmetatable({}, { __add = function(_, b) sums = sums + 1 return b end, __sub = function(_, b) sums = sums + 1 return b end })
local function around(t, i)
  t[i + 1], t[i - 1] = t[i - 1], t[i + 1]
  return show(t)
end
print(around({ 1, 2, 3 }, 2), sums)
print(around({ 1, 2, 3 }, number), sums)
print(around({ 1, 2, 3 }, "2"), sums)

-- not quite the same places
local function turn(t, i, j, k)
  t[i], t[j] = t[k], t[i]
  return show(t)
end
print(turn({ 1, 2, 3 }, 1, 2, 3))
local function copy(t, u, i, j)
  t[i], t[j] = u[j], u[i]
  return show(t)
end
print(copy({ 1, 2, 3 }, { 4, 5, 6 }, 1, 3))
local function same(t, i, j)
  t[i], t[j] = t[i], t[j]
  return show(t)
end
print(same({ 1, 2, 3 }, 1, 3))
local function three(t, i, j)
  t[i], t[j], t[1] = t[j], t[i], 9
  return show(t)
end
print(three({ 1, 2, 3 }, 2, 3))

-- in variables of functions around, and where the list or a place is exchanged too
local held, place = { 1, 2, 3, 4 }, 1
local function inside(j)
  held[place], held[j] = held[j], held[place]
  place = j
end
inside(4)
inside(2)
print(show(held), place)
do
  local t, i = { 10, 20, 30 }, 1
  t[i], i = t[i + 1], 3
  print(show(t), i)
  local u = t
  u[1], u = u[2], { 5 }
  print(show(t), show(u))
end

-- rows, whose elements are read in between
local rows = { { 1, 2 }, { 3, 4 }, { 5, 6 } }
local function mix(g, n)
  local s = 0
  for i = 1, n do
    for j = 1, n do
      s = s * 3 + g[i][1] + g[j][2]
      g[i], g[j] = g[j], g[i]
      s = s + g[i][2]
    end
  end
  return s
end
print(mix(rows, 3), rows[1][1], rows[2][1], rows[3][1])

-- in coroutines
local co = coroutine.wrap(function(t)
  for i = 1, 2 do
    t[i], t[4 - i] = t[4 - i], t[i]
    coroutine.yield(show(t))
  end
  return setmetatable({}, { __index = function(_, k) return coroutine.yield(k) end })
end)
print(co({ 1, 2, 3 }), co())
