-- Results of functions as operands: each is taken for what it probably is, in the order in which stock Lua evaluates.
local log = {}
local function note(text) log[#log + 1] = text end
local function flush()
  print(table.concat(log, " "))
  log = {}
end

local function dot(a, b) return a.x * b.x + a.y * b.y end
local function at(list, i) return list[i] end
local function noted(name, list, i)
  note(name)
  return list[i]
end

local function lengths(list)
  local sum = 0.0
  for i = 1, #list do
    local v = list[i]
    sum = sum + math.sqrt(dot(v, v)) * 2.0
    if dot(v, v) > 20 then sum = sum - dot(v, list[1]) / 2 end
  end
  return sum
end
print(lengths({ { x = 3.0, y = 4.0 }, { x = 1.0, y = 0.0 } }))
print(lengths({ { x = 3, y = 4 }, { x = 1.5, y = 0.0 }, { x = "6", y = 8 } }))
print(pcall(lengths, { { x = 3.0, y = 4.0 }, { x = 1.0 } }))

-- order, and what errors call the operands
local function three(list)
  local t = { list = list, scale = 2 }
  local a = noted("a", list, 1) + t.list[2] * noted("b", list, 3) - noted("c", list, 2)
  local b = (noted("d", list, 2) + noted("e", list, 1)) * (t.scale + noted("f", list, 3))
  t.list[noted("g", list, 1)] = noted("h", list, 2) + a
  return a, b, list[1], noted("i", list, 2)
end
for _, list in ipairs({ { 1, 2, 3 }, { 1, 2.5, 3.5 }, { 2, "3", 4 }, { 1, nil, 3 }, { 1, 2 }, { {}, 2, 3 }, { 1, 2, true } }) do
  print(pcall(three, list))
  flush()
end
print(pcall(function(list) return at(list, 1) + at(list, 2) end, { 1 }))
print(pcall(function(list) return at(list, 1) < at(list, 2) end, { 1, "x" }))
print(pcall(function(list) return at(list, 1).name end, {}))
print(pcall(function(list) return at(list, 1)[at(list, 2)] end, { { 5 } }))
print(pcall(function(list) return -at(list, 1) end, { "x" }))

-- a metamethod sees the others not yet evaluated
local meta = { __add = function(a, b) note("add") return 10 end, __sub = function() note("sub") return 20 end }
local function metas(list)
  return noted("x", list, 1) + noted("y", list, 2) - noted("z", list, 3)
end
print(metas({ 1, 2, 3 }))
flush()
print(metas({ setmetatable({}, meta), 2, 3 }))
flush()
print(metas({ 1, 2, setmetatable({}, meta) }))
flush()

-- variables that the callee assigns
local function changing(list)
  local n = 1
  local function next_value()
    n = n + 1
    return list[n]
  end
  local a = n + next_value()
  local b = next_value() * 10 + n
  local c = n * (next_value() + n) - next_value()
  return a, b, c, n
end
print(changing({ 1, 2, 3, 4, 5, 6 }))
print(changing({ 1, 2.5, 3, "4", 5, 6 }))

local count = 0
local function global_value(list, i)
  count = count + 1
  return list[i] * count
end
local function globals(list)
  local s = count + global_value(list, 1) + count
  s = s * 2 + global_value(list, 2) - count
  return s
end
print(globals({ 1, 2 }), globals({ 1.5, 2 }), count)

-- results that are asked for one, and for all
local function pair(list) return list[1], list[2] end
local function one(list) return (pair(list)) end
local function sums(list)
  local t = { one(list), one(list) + 1, pair(list) }
  return #t, one(list) + select("#", pair(list)), math.max(one(list), 2)
end
print(sums({ 1, 2 }))
print(sums({ 1.5, "x" }))

-- conditions and loops
local function loops(list)
  local out = {}
  for i = at(list, 1), at(list, 2) * 2, at(list, 3) + 0 do out[#out + 1] = i end
  if at(list, 1) + 1 == at(list, 2) then out[#out + 1] = "next" elseif at(list, 2) > at(list, 3) then out[#out + 1] = "more" end
  while at(list, 1) < 3 and #out < 20 do
    list[1] = at(list, 1) + 1
    out[#out + 1] = at(list, 1)
  end
  repeat local last = at(list, 3) - 1 list[3] = last until at(list, 3) + last < 0
  return table.concat(out, " ")
end
print(loops({ 1, 2, 1 }))
print(loops({ 1, 2.5, 1 }))
print(loops({ 1.0, 2, 0.5 }))
print(pcall(loops, { 1, 2, 0 }))
print(pcall(loops, { 1, {}, 1 }))

-- recursion, and results that change their type
local function fib(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end
print(fib(20), fib(10.0))
local function half(n)
  if n % 2 == 0 then return n // 2 end
  return n / 2
end
local function halves(limit)
  local sum = 0
  for i = 1, limit do sum = sum + half(i) * 2 end
  return sum
end
print(halves(4), halves(40))
