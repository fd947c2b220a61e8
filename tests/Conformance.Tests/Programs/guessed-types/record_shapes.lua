-- The shape of a record is asked for once and holds as long as nothing can change it; what a field holds is asked for where it is not known.
local function report(...)
  local parts = {}
  for i = 1, select("#", ...) do parts[i] = tostring((select(i, ...))) end
  print(table.concat(parts, " "))
end

local function keys(t)
  local parts = {}
  for k, v in pairs(t) do parts[#parts + 1] = tostring(k) .. "=" .. tostring(v) end
  table.sort(parts)
  return table.concat(parts, ",")
end

local function point(x, y) return { x = x, y = y, n = 0 } end

-- Several fields in one statement and over several statements.
local function move(p, dx, dy)
  p.x = p.x + dx
  p.y = p.y + dy
  p.n = p.n + 1
  p.x, p.y = p.y, p.x
  return p.x * 2 + p.y
end
local p = point(1.5, 2.5)
report(move(p, 1.0, 0.5), move(p, 0.25, 0.25), keys(p))
local i = point(1, 2)
report(move(i, 1, 1), math.type(i.x), keys(i))
report(pcall(move, { x = 1.5, n = 1 }, 1.0, 1.0))
report(pcall(move, { y = 1.5, x = 2.5, n = 1 }, 1.0, 1.0))
report(pcall(move, { x = "3", y = "4", n = 1 }, 1.0, 1.0))
report(pcall(move, {}, 1.0, 1.0))

-- A longer record, one that lost a field and got it back, and one whose fields come from a metatable.
local long = point(1.0, 2.0)
long.z = 3.0
long.w = 4.0
report(move(long, 1.0, 1.0), keys(long))
long.x = nil
report(pcall(move, long, 1.0, 1.0))
long.x = 9.0
report(move(long, 1.0, 1.0), keys(long))
local log = {}
local watched = setmetatable({ n = 0 }, {
  __index = function(_, k) log[#log + 1] = "get " .. k return 7.5 end,
  __newindex = function(t, k, v) log[#log + 1] = "set " .. k rawset(t, k, v) end,
})
report(move(watched, 0.5, 0.5), table.concat(log, ","), keys(watched))

-- Two variables with one record: a field changes its type under the other name.
local function alias(a, b)
  local s = a.x + b.x
  a.x = a.n + 1
  local t = b.x + 0.5
  b.x = s
  return s, t, a.x, b.x, math.type(a.n)
end
local one = point(1.5, 2.5)
report(alias(one, one))
report(alias(point(1.5, 0.0), point(2.5, 0.0)))
local function retype(a, b)
  local s = 0.0
  for k = 1, 3 do
    s = s + a.x
    b.x = k
    b.y = b.y + a.x
  end
  return s, a.x, b.y
end
one = point(1.5, 2.5)
report(retype(one, one))
report(retype(point(1.5, 1.0), point(2.5, 1.0)))

-- What a statement calls may add fields, remove them or freeze the record.
local function touch(p, how)
  if how == "grow" then
    for k = 1, 40 do p["k" .. k] = k end
  elseif how == "shrink" then
    p.x = nil
  elseif how == "type" then
    p.x = "10"
  elseif how == "meta" then
    p.y = nil
    setmetatable(p, { __newindex = function(_, k) log[#log + 1] = k end, __index = { y = 100.0 } })
  end
  return 1.0
end
local function around(p, how)
  local before = p.x + p.y
  local d = touch(p, how)
  p.x = p.x + d
  p.y = p.y + touch(p, "")
  return before, p.x, p.y
end
for _, how in ipairs { "", "grow", "shrink", "type", "meta" } do
  log = {}
  report(how, pcall(around, point(1.5, 2.5), how))
  report(table.concat(log, ","))
end
local function during(p, how, n)
  local s = 0.0
  for k = 1, n do
    s = s + p.x
    if k == 2 then touch(p, how) end
    p.y = p.y + 1.0
  end
  return s, p.y
end
for _, how in ipairs { "", "grow", "shrink", "type", "meta" } do
  log = {}
  report(how, pcall(during, point(1.5, 2.5), how, 4))
  report(table.concat(log, ","))
end

-- Loops, jumps and conditions: the variable gets another record, the record another field.
local function walk(list, n)
  local p = list[1]
  local s = p.x
  local k = 1
  while k <= n do
    local q = list[k]
    k = k + 1
    if q.n > 0 then goto continue end
    s = s + p.x * q.y
    p = q
    if q.x > 2.0 and p.y > 0.0 then
      p.x = 0.5
    elseif q.y > 1.0 or q.n == 0 then
      p.n = p.n + 1
    end
    ::continue::
    s = s + p.x
  end
  repeat
    p.n = p.n + 2
    local stop = p.n
  until stop > 6 and p.x > -1.0
  return s, p.n
end
local list = { point(1.0, 2.0), point(2.5, 0.5), point(3.5, 1.5), point(0.25, -1.0) }
report(walk(list, 4))
report(walk(list, 4))
list[2] = { n = 0, x = 1, y = 2 }
report(walk(list, 4))
list[3] = { x = 1.0, y = 2.0 }
report(pcall(walk, list, 4))

-- Stores alone, and stores where a value is missing.
local function clear(p)
  p.x = 0.0
  p.y = 0.0
end
local function reset(p, x)
  local old = p.n
  p.x = x
  p.y = x * 2
  return old
end
local q = point(1.5, 2.5)
clear(q)
report(reset(q, 2.5), keys(q))
q.x = nil
report(reset(q, 3.5), keys(q))
report(pcall(reset, setmetatable({ x = 1.0, y = 1.0, n = 1 }, { __newindex = error }), 4.5))
report(pcall(reset, setmetatable({ n = 1 }, { __newindex = function(_, k) error(k, 0) end }), 4.5))
report(pcall(reset, nil, 4.5))
report(pcall(reset, "text", 4.5))

-- A class whose objects have more fields than the base class knows, and an object that others inherit from.
local Shape = {}
Shape.__index = Shape
function Shape.new(x, y) return setmetatable({ x = x, y = y, moved = 0 }, Shape) end
function Shape:move(dx, dy)
  self.x = self.x + dx
  self.y = self.y + dy
  self.moved = self.moved + 1
  return self
end
local Square = setmetatable({}, { __index = Shape })
Square.__index = Square
function Square.new(x, y, side)
  local s = setmetatable(Shape.new(x, y), Square)
  s.side = side
  return s
end
function Square:grow(by)
  self.side = self.side + by
  self.x = self.x - by
  return self
end
report(keys(Shape.new(1, 2):move(3, 4)), keys(Square.new(1, 2, 3):move(3, 4):grow(2):move(1, 1)))
local parent = Shape.new(10, 20)
local child = setmetatable({}, { __index = parent })
for _ = 1, 3 do
  report(child.x, child.moved)
  parent:move(1, 1)
end
report((pcall(Shape.move, child, 1, 1)))
report(keys(child), keys(parent))
child.x, child.y, child.moved = 0, 0, 0
report(keys(Shape.move(child, 5, 5)), keys(parent))

-- Fields that a new table gets one after the other.
local Account = {}
Account.__index = Account
function Account.new(owner, balance)
  local self = setmetatable({}, Account)
  self.owner = owner
  self.balance = balance
  self.count = 0
  return self
end
function Account:deposit(amount)
  if amount <= 0 then error("amount", 0) end
  self.balance = self.balance + amount
  self.count = self.count + 1
  return self.balance
end
local a, b = Account.new("ann", 10), Account.new("bob", 2.5)
report(a:deposit(5), a:deposit(7), keys(a))
report(b:deposit(5), b:deposit(0.25), keys(b))
report(pcall(a.deposit, a, 0))
report(pcall(a.deposit, Account.new(nil, 3), 4))
report(pcall(a.deposit, Account.new("eve"), 4))
report(Account.deposit({ count = 1, balance = 2, owner = "x" }, 3))
report(keys(a), keys(b))

-- Variables that are nil at the end of a list, or below a leaf.
local function list(n)
  local first = nil
  for k = n, 1, -1 do first = { value = k, weight = k * 0.5, next = first } end
  return first
end
local function total(node)
  local sum, weight = 0, 0.0
  while node do
    sum = sum + node.value
    weight = weight + node.weight * 2
    node.weight = weight
    node = node.next
  end
  return sum, weight
end
local numbers = list(5)
report(total(numbers))
report(total(numbers))
report(total(nil))
numbers.next.value = 2.5
report(total(numbers))
numbers.next.next = { value = 1, next = numbers.next.next.next, weight = 1.5 }
report(total(numbers))
report(pcall(total, true))
report(pcall(total, "text"))
report(pcall(total, { value = 1 }))
report(pcall(total, setmetatable({}, { __index = function(_, k) return k == "value" and 7 or k == "weight" and 0.5 or nil end })))

local function insert(tree, key)
  if tree == nil then return { key = key, left = nil, right = nil, count = 1 } end
  if key < tree.key then
    tree.left = insert(tree.left, key)
  elseif key > tree.key then
    tree.right = insert(tree.right, key)
  end
  tree.count = tree.count + 1
  return tree
end
local function depth(tree)
  if not tree then return 0 end
  local left, right = depth(tree.left), depth(tree.right)
  return tree.count * 100 + (left > right and left or right) + 1
end
local tree
for _, key in ipairs { 5, 2, 8, 1, 9, 3, 5, 7 } do tree = insert(tree, key) end
report(depth(tree), tree.count, tree.left.count, tree.right.right.key)
report(pcall(insert, tree, "x"))
tree.left.key = 2.5
report(depth(insert(tree, 2)))
tree.left = setmetatable({}, { __index = tree.right })
report(pcall(depth, tree))
report((pcall(insert, tree, 6)))

-- Values of all types stored by position, and fields that are nil at times.
local function machine(name) return { name = name, state = "idle", steps = 0, active = false, history = {}, error = nil } end
local function step(m, input)
  m.steps = m.steps + 1
  if m.state == "idle" then
    m.state = "run"
    m.active = true
  elseif input == "stop" then
    m.state = "idle"
    m.active = not m.active
    m.history = { m.steps }
  else
    m.state = m.state .. input
    m.error = input
  end
  m.name = m.name .. m.steps
  return m.state, m.active, #m.history, m.error
end
local m = machine("a")
for _, input in ipairs { "x", "y", "z", "stop", "w" } do report(step(m, input)) end
report(m.name, m.steps, m.history[1])
m.state = nil
report(pcall(step, m, "q"))
report(m.name, m.steps)
m = machine("b")
m.active = nil
setmetatable(m, { __newindex = function(t, k, v) rawset(t, k, tostring(v) .. "!") end })
for _, input in ipairs { "x", "stop", "y" } do report(pcall(step, m, input)) end
report(m.name, m.active)
