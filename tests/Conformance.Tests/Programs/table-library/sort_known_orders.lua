-- Orders that the compiler knows: literals, local functions of the chunk and of functions, with and without variables, and what they may do.
local function show(label, list, field)
  local out = {}
  for i = 1, #list do
    local v = list[i]
    if field then v = v[field] end
    out[i] = tostring(v)
  end
  print(label, table.concat(out, " "))
end

local function records()
  return { { key = 3, id = "a" }, { key = 1, id = "b" }, { key = 2, id = "c" }, { key = 1, id = "d" }, { key = 5, id = "e" }, { key = 4, id = "f" } }
end

-- Literals, on elements of each kind.
local numbers = { 5, 2, 8, 1, 9, 3 }
table.sort(numbers, function(a, b) return a > b end)
show("integers", numbers)
local floats = { 0.5, -1.5, 2.25, 1e10, -0.0, 3.0 }
table.sort(floats, function(a, b) return a > b end)
show("floats", floats)
local words = { "pear", "fig", "apple", "quince", "date" }
table.sort(words, function(a, b) return #a < #b or (#a == #b and a < b) end)
show("strings", words)
local rows = records()
table.sort(rows, function(a, b)
  if a.key ~= b.key then return a.key < b.key end
  return a.id > b.id
end)
show("records", rows, "id")
local mixed = { 3, 1.5, "10", 2, "1", 2.5 }
table.sort(mixed, function(a, b) return tonumber(a) < tonumber(b) end)
show("mixed", mixed)
local flags = { true, false, true, false }
table.sort(flags, function(a, b) return a and not b end)
show("booleans", flags)

-- A function of the chunk, also called by its name, and one that only sorts.
local function byKey(a, b) return a.key < b.key or (a.key == b.key and a.id < b.id) end
print(byKey({ key = 1, id = "x" }, { key = 2, id = "x" }))
rows = records()
table.sort(rows, byKey)
show("byKey", rows, "id")
local function byId(a, b) return a.id > b.id end
table.sort(rows, byId)
show("byId", rows, "id")
local M = {}
function M.down(a, b) return a > b end
M.up = function(a, b) return a < b end
table.sort(numbers, M.up)
show("M.up", numbers)
table.sort(numbers, M.down)
show("M.down", numbers)

-- Functions inside functions, and variables.
local function inside(list)
  local function less(a, b) return a.key < b.key or (a.key == b.key and a.id < b.id) end
  table.sort(list, less)
  show("inside", list, "id")
  local more = function(a, b) return less(b, a) end
  table.sort(list, more)
  show("called", list, "id")
end
inside(records())
local function counting(list, by)
  local count, last = 0, nil
  local function order(a, b)
    count = count + 1
    last = a
    return a[by] < b[by]
  end
  table.sort(list, order)
  print("counted", count > 0, last ~= nil)
  show("by " .. by, list, by)
  return order, less
end
local first, other = counting(records(), "id")
print(first ~= counting(records(), "id"), other)
local function reversed(less) return function(a, b) return less(b, a) end end
table.sort(numbers, reversed(function(a, b) return a < b end))
show("reversed", numbers)
local function sortWith(list, less) table.sort(list, less) return list end
show("passed", sortWith({ 4, 2, 6 }, function(a, b) return a < b end))
show("passed", sortWith({ 4, 2, 6 }, function(a, b) return b < a end))
show("passed", sortWith({ "4", "2", "6" }, M.up))
show("passed", sortWith({ 4, 2, 6 }))
local function selfish(list)
  local function less(a, b) return less ~= nil and a < b end
  table.sort(list, less)
  return list
end
show("itself", selfish { 3, 1, 2 })
local function names(n)
  local list = {}
  for i = 1, n do
    local function order(a, b) return (a * i) % 7 < (b * i) % 7 end
    list[i] = order
  end
  return list
end
for i, order in ipairs(names(3)) do
  local l = { 1, 2, 3, 4, 5, 6 }
  table.sort(l, order)
  show("order " .. i, l)
end
local function keeping()
  local Call, Sort, Name, Order, CallDirect, a0 = 0, 0, "", 0, 0, 0
  local list = { 2, 3, 1 }
  table.sort(list, function(a, b)
    Call, Sort, Name, Order, CallDirect, a0 = Call + 1, Sort + a, Name .. "n", Order + 1, CallDirect + b, a0 + 1
    return a < b and Call == Order and #Name == Call and Sort > 0 and CallDirect > 0 and a0 == Call
  end)
  return list
end
show("kept", keeping())

-- Any result is true or false; missing ones are false.
local l = { 3, 1, 2 }
table.sort(l, function(a, b) if a < b then return 0 end end)
show("number", l)
table.sort(l, function(a, b) return a > b and "yes" or nil, 1, 2 end)
show("text", l)
table.sort(l, function() end)
show("nothing", l)
table.sort(l, function(a) return false end)
show("one", l)
table.sort(l, function(a, b, c) return c == nil and a < b end)
show("three", l)
table.sort(l, function(...) local a, b = ... return a > b and select("#", ...) == 2 end)
show("varargs", l)

-- Values of other types than the order expects.
local function report(...) print((tostring(select(2, ...)):gsub("0x%x+", "address"))) end
report(pcall(function() table.sort({ 3, "2", 1 }, function(a, b) return a < b end) end))
report(pcall(function() table.sort({ { key = 1 }, { key = "a" }, { key = 2 } }, function(a, b) return a.key < b.key end) end))
report(pcall(function() table.sort({ { key = 1 }, {}, { key = 2 } }, byKey) end))
report(pcall(function() table.sort({ { key = 1 }, 5, { key = 2 } }, byKey) end))
report(pcall(table.sort, { 1, 2, true }, M.up))
local shuffled = { 3, 2.5, 1, 0.5, 10, -7.25 }
table.sort(shuffled, function(a, b) return a < b end)
show("numbers", shuffled)
local other = { { id = "z", key = 2.5 }, { key = 1, id = "y" }, { key = 2, id = "x", more = 1 }, setmetatable({ id = "w" }, { __index = { key = 0 } }) }
table.sort(other, byKey)
show("shapes", other, "id")
local V = {}
V.__lt = function(a, b) return a.v < b.v end
V.__tostring = function(a) return "V" .. a.v end
local objects = {}
for i, v in ipairs { 4, 2, 5, 1, 3 } do objects[i] = setmetatable({ v = v }, V) end
table.sort(objects)
show("__lt", objects)
table.sort(objects, function(a, b) return b < a end)
show("__lt", objects)

-- Errors: those of the order, with positions and levels, and what is sorted so far stays a permutation.
report(pcall(function() table.sort({ 1, 2, 3 }, function(a, b) error("no order") end) end))
report(pcall(function() table.sort({ 1, 2, 3 }, function(a, b) error("no order", 0) end) end))
report(pcall(function() table.sort({ 1, 2, 3 }, function(a, b) error("no order", 2) end) end))
local function failing(a, b) if a + b > 7 then error({ a = a, b = b }) end return a < b end
local list = { 5, 1, 4, 2, 3 }
local ok, problem = pcall(table.sort, list, failing)
print(ok, type(problem), problem.a + problem.b > 7)
local sum = 0
for _, v in ipairs(list) do sum = sum + v end
print(#list, sum)
report(pcall(function() table.sort({ 1, 2, 3 }, function(a, b) return a.x < b.x end) end))
report(pcall(function() local t = {} for i = 1, 50 do t[i] = i % 7 end table.sort(t, function(a, b) return true end) end))
report(pcall(function() local t = {} for i = 1, 50 do t[i] = { i } end table.sort(t, function(a, b) return true end) end))
report(pcall(function() local function always() return true end local t = {} for i = 1, 50 do t[i] = "s" .. i end table.sort(t, always) end))

-- What an order may do to the list.
list = { 3, 1, 2 }
table.sort(list, function(a, b) list.calls = (list.calls or 0) + 1 return a < b end)
show("field", list)
print(list.calls > 0)
list = { 3, 1, 2 }
table.sort(list, function(a, b) if #list < 5 then list[#list + 1] = 9 end return a < b end)
show("longer", list)
list = { "c", "a", "b" }
table.sort(list, function(a, b)
  if not getmetatable(list) then setmetatable(list, { __index = function() return "?" end }) end
  return a < b
end)
show("metatable", list)
print(list[10])
list = { { 3 }, { 1 }, { 2 } }
local rest = { { 6 }, { 4 }, { 5 } }
table.sort(list, function(a, b)
  if rest then
    local inner = rest
    rest = nil
    table.sort(inner, function(c, d) return c[1] > d[1] end)
    show("inner", { inner[1][1], inner[2][1], inner[3][1] })
  end
  return a[1] < b[1]
end)
show("outer", list, 1)

-- Coroutines: an order cannot yield, but may run one.
local co = coroutine.create(function()
  local t = { 3, 1, 2 }
  print(pcall(table.sort, t, function(a, b) coroutine.yield(a) return a < b end))
  local function less(a, b)
    local one = coroutine.wrap(function() coroutine.yield(a < b) end)
    return one()
  end
  table.sort(t, less)
  show("coroutine", t)
end)
print(coroutine.resume(co))
print(coroutine.status(co))

local sort = table.sort
sort(numbers, M.down)
show("alias", numbers)
