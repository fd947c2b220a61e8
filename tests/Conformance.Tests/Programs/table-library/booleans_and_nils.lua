-- Lists of booleans in which some places are nil: what every operation makes of them.
local function show(list, n)
  local text = {}
  for i = 0, n do
    local value = list[i]
    text[#text + 1] = value == nil and "-" or value == true and "t" or value == false and "f" or tostring(value)
  end
  return table.concat(text)
end

local function keys(list)
  local text = {}
  for key, value in pairs(list) do text[#text + 1] = tostring(key) .. "=" .. tostring(value) end
  return table.concat(text, " ")
end

local function sieve(n)
  local flags = {}
  for i = 2, n do flags[i] = true end
  for i = 2, n do
    if flags[i] then
      for j = i * i, n, i do flags[j] = false end
    end
  end
  return flags
end

-- reads and traversal
local flags = sieve(20)
print(show(flags, 22), #flags)
print(keys(flags))
print(flags[1], flags[2], flags[4], flags[21], flags[0], flags[-1], rawget(flags, 1), flags[1] == nil, flags[4] == nil, flags[1] == false)
print(next(flags), next(flags, 20), next(flags, 5))
print(pcall(next, flags, 1000))
for i, value in ipairs(flags) do print("not reached", i, value) end
flags[1] = false
local seen
for i, value in ipairs(flags) do seen = i end
print(seen, select("#", table.unpack(flags)), table.unpack(flags, 1, 5))

-- nil in the middle, at the end, and refilled
flags[3] = nil
flags[4] = nil
print(show(flags, 22), #flags, keys(flags))
flags[20] = nil
flags[19] = nil
print(show(flags, 22), #flags)
flags[4] = false
flags[3] = true
flags[19] = true
print(show(flags, 22), #flags)
for i = 17, 2, -1 do flags[i] = nil end
print(show(flags, 22), keys(flags))
flags[19] = nil
flags[18] = nil
print(show(flags, 22), #flags, keys(flags))
flags[1] = nil
print(#flags, next(flags))
flags[1] = true
print(#flags, keys(flags))

-- the last one goes, and takes the holes before it along
local tail = {}
for i = 1, 12 do tail[i] = i % 2 == 0 end
for i = 4, 11 do tail[i] = nil end
tail[12] = nil
print(#tail, keys(tail))
tail[4] = true
print(#tail, keys(tail))

-- insert, remove, move, unpack
local list = sieve(12)
table.insert(list, 3, false)
print(show(list, 14), #list)
table.insert(list, true)
table.insert(list, 1, true)
print(show(list, 16), #list)
print(table.remove(list, 1), table.remove(list, 1), table.remove(list), table.remove(list, 5), show(list, 14), #list)
print(show(table.move(list, 1, 6, 4), 14))
print(show(table.move(list, 1, 9, 2, {}), 14))
print(table.unpack(list, 1, 9))
print(select("#", table.unpack({ nil, true, nil, false, nil, true }, 1, 6)))
print(pcall(table.concat, list, ","))
print(pcall(table.sort, sieve(9)))
print(pcall(table.sort, { true, false, true }))

-- other kinds
local mixed = sieve(10)
mixed[5] = "five"
mixed[1] = 1
print(show(mixed, 11), keys(mixed))
mixed = sieve(10)
mixed[11] = 2.5
mixed[2] = nil
print(show(mixed, 12), keys(mixed))
mixed = sieve(10)
mixed.name = "sieve"
mixed[0] = true
mixed[-5] = false
print(show(mixed, 11), mixed.name, mixed[-5])
mixed = {}
for i = 2, 6 do mixed[i] = true end
mixed[7] = "seven"
for i = 9, 12 do mixed[i] = i end
mixed[8] = false
print(show(mixed, 13), keys(mixed))

-- __index and __newindex are asked for the places that are nil, and for no others
local log = {}
local meta = {
  __index = function(t, key) log[#log + 1] = "get " .. key return key % 2 == 1 end,
  __newindex = function(t, key, value) log[#log + 1] = "set " .. key .. " " .. tostring(value) rawset(t, key, value) end,
}
local watched = setmetatable(sieve(9), meta)
local count = 0
for i = 1, 10 do
  if watched[i] then count = count + 1 end
end
print(count, table.concat(log, ", "))
log = {}
watched[1] = true
watched[2] = nil
watched[2] = nil
watched[2] = false
watched[3] = false
watched[10] = true
watched[9] = nil
for i = 8, 12 do watched[i] = i % 2 == 0 end
print(table.concat(log, ", "))
log = {}
print(show(watched, 13), table.concat(log, ", "))
setmetatable(watched, { __newindex = { "elsewhere" } })
watched[6] = nil
watched[6] = true
print(rawget(watched, 6), getmetatable(watched).__newindex[6])
setmetatable(watched, nil)
watched[6] = true
print(show(watched, 13))

-- a metatable that comes in the middle of a loop
local function truths(t, n)
  local sum = 0
  for i = 1, n do
    if t[i] then sum = sum + i end
    if i == 5 then setmetatable(t, { __index = function() return true end }) end
  end
  return sum
end
local late = sieve(12)
late[8] = nil
late[6] = nil
print(truths(late, 14))

-- a queue that moves upwards
local queue, first, last = {}, 1, 0
local out = 0
for i = 1, 3000 do
  last = last + 1
  queue[last] = i % 3 == 0
  if last - first > 7 then
    if queue[first] then out = out + first end
    queue[first] = nil
    first = first + 1
  end
end
print(first, last, out, keys(queue))

-- holes far apart
local sparse = {}
for i = 1, 300 do sparse[i] = true end
for i = 1, 290 do sparse[i] = nil end
for i = 301, 1000 do sparse[i] = i % 100 == 0 if i % 7 > 0 then sparse[i] = nil end end
local found = 0
for key, value in pairs(sparse) do found = found + (value and key * 2 or key) end
print(found, sparse[295], sparse[700], sparse[707], sparse[1], sparse[1001])

-- cleared during traversal
local cleared = sieve(30)
local left = 0
for key, value in pairs(cleared) do
  if not value then cleared[key] = nil else left = left + 1 end
end
print(left, keys(cleared))
for key in pairs(cleared) do cleared[key] = nil end
print(next(cleared), #cleared)
