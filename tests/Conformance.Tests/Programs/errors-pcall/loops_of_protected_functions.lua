-- Operators and calls that fail inside the loops of functions which run in a protected call.

local function sum(list, n)
  local s = 0
  for i = 1, n do
    s = s + list[i]
  end
  return s
end
for _ = 1, 12 do
  assert(not pcall(sum, { 1, 2, 3 }, 4))
end
print(pcall(sum, { 1, 2, 3 }, 3))
print(pcall(sum, { 1, 2, 3 }, 4))
print(pcall(sum, { 1, "2", 3.5 }, 3))
print(pcall(sum, { 1, "x", 3 }, 3))
print(pcall(sum, { 1, {}, 3 }, 3))
print(pcall(sum, nil, 1))
print(pcall(sum, nil, 0))
print(pcall(sum, {}, {}))
print(pcall(sum, setmetatable({}, { __index = function(_, k) return k * 2 end }), 3))
print(pcall(sum, setmetatable({}, { __index = function(_, k) error("no " .. k, 0) end }), 3))
print(pcall(sum, "abc", 1))

local function total(items)
  local t, seen = 0, {}
  for i, item in ipairs(items) do
    t = t + item.price * item.count
    seen[#seen + 1] = item.name:upper() .. "!"
  end
  return t, table.concat(seen, " ")
end
print(pcall(total, { { price = 2, count = 3, name = "a" }, { price = 1, count = 1, name = "b" } }))
print(pcall(total, { { price = 2, count = 3, name = "a" }, { price = 1, name = "b" } }))
print(pcall(total, { { price = 2, count = 3, name = "a" }, { count = 1, name = "b" } }))
print(pcall(total, { { price = 2, count = 3 } }))
print(pcall(total, { 5 }))
print(pcall(total, { true }))
print(pcall(total, nil))
print(pcall(total, {}))

-- other loops, and ways out of them
local function first(list, want)
  local i = 0
  while true do
    i = i + 1
    if list[i] > want then return i end
  end
end
print(pcall(first, { 1, 5, 9 }, 4))
print(pcall(first, { 1, 5, 9 }, 40))
print(pcall(first, { "a", "b", "c" }, "b"))
print(pcall(first, { "a", 1 }, "b"))

local function lengths(list)
  local n, i = 0, 1
  repeat
    n = n + #list[i]
    i = i + 1
    if n > 100 then break end
  until list[i] == nil
  return n
end
print(pcall(lengths, { "ab", { 1, 2, 3 }, "" }))
print(pcall(lengths, { "ab", 7 }))
print(pcall(lengths, { ("x"):rep(200), 7 }))
print(pcall(lengths, {}))

local function skip(list)
  local out = {}
  for i = 1, #list do
    if list[i] == false then goto continue end
    out[#out + 1] = list[i] .. ""
    ::continue::
  end
  return table.concat(out, ",")
end
print(pcall(skip, { 1, false, "b", 2.5 }))
print(pcall(skip, { 1, false, {} }))

-- loops in loops, and functions inside
local function grid(rows)
  local s = 0
  for y = 1, #rows do
    local row = rows[y]
    for x = 1, #row do s = s + row[x] end
  end
  return s
end
print(pcall(grid, { { 1, 2 }, { 3 } }))
print(pcall(grid, { { 1, 2 }, { 3, {} } }))
print(pcall(grid, { { 1, 2 }, 7 }))

local function apply(list, f)
  local made = {}
  for i = 1, #list do
    made[i] = function() return f(list[i]) end
    list[i] = made[i]()
  end
  return #made, list[#list]
end
print(pcall(apply, { 1, 2 }, function(x) return x * 2 end))
print(pcall(apply, { 1, 2, "z" }, function(x) return x * 2 end))
print(pcall(apply, { 1, 2 }, nil))
print(pcall(apply, { 1, 2 }, print))

-- what was done before the failure stays done
local log = {}
local function fill(list, n)
  for i = 1, n do
    log[#log + 1] = i
    list[i] = list[i] - i
    list.last = i
  end
end
local numbers = { 10, 20, 30 }
print(pcall(fill, numbers, 5))
print(#log, numbers[1], numbers[2], numbers[3], numbers.last)
print(pcall(fill, "string", 1))
print(#log)

-- the same function with and without protection, and in a handler
local function mean(list)
  local s = 0
  for i = 1, #list do s = s + list[i].v end
  return s / #list
end
print(mean({ { v = 1 }, { v = 2 } }))
print(pcall(mean, { { v = 1 }, { w = 2 } }))
print(xpcall(mean, function(e) return "handled: " .. e end, { { v = 1 }, 3 }))
print(select("#", xpcall(mean, function() end, { 1 })))
local ok, e = pcall(function() return mean({ { v = 1 }, {} }) + 1 end)
print(ok, e)
print(pcall(pcall, mean, nil))

-- handlers that fail, and that raise other values
print(xpcall(error, function(e) return type(e) .. (e and e.x or "") end, { x = "!" }))
print(xpcall(sum, function(e) error(e, 0) end, nil, 1))
print(xpcall(sum, function(e) return e:gsub("^.-:%d+: ", "") end, nil, 1))
print(xpcall(sum, print, { 1, 2 }, 2))
