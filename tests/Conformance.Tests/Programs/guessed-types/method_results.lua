-- Results of methods and of functions that are values, as operands: the order stays as it is, also when a result has another type than the others.
local trace = {}
local function note(text) trace[#trace + 1] = text end

local Counter = {}
Counter.__index = Counter

function Counter.new(n) return setmetatable({ n = n, step = 1 }, Counter) end

function Counter:inc()
  self.n = self.n + self.step
  return self.n
end

function Counter:half()
  if self.n % 2 == 0 then return self.n // 2 end
  return self.n / 2
end

function Counter:self() note("self") return self end

local function sum(c, count)
  local s = 0
  for i = 1, count do
    s = s + c.n + c:inc() + c.n * i
  end
  return s
end
print(sum(Counter.new(3), 10))

local function halves(c, count)
  local s = 0
  for i = 1, count do
    s = s + c:half() * 2 - c:inc()
  end
  return s, math.type(s)
end
print(halves(Counter.new(1), 7))
print(halves(Counter.new(2), 1))

-- The method is looked up before its arguments are evaluated.
local Switch = { step = 10 }
function Switch:get(x) return x + self.step end
local function replace()
  note("replace")
  Switch.get = function(self, x) return x * 1000 end
  return 1
end
local function switched()
  local a = Switch:get(replace()) + 1
  local b = Switch:get(1) + 1
  return a, b
end
print(switched())

-- The receiver is evaluated first.
local function chained(c)
  return c:self():inc() + c:self():inc() * 10
end
print(chained(Counter.new(0)), table.concat(trace, " "))

-- Values that are called, as operands, elements and fields.
local function map(list, f)
  local out = {}
  for i = 1, #list do out[i] = f(list[i]) end
  return out
end
print(table.concat(map({ 1, 2, 3 }, function(x) return x * 2 end), " "))
print(table.concat(map({ 1, 2, 3 }, function(x) return x == 2 and x / 2 or x end), " "))
print(#map({ 1, 2, 3 }, function(x) if x < 3 then return x end end))

local function fold(list, f, acc)
  for i = 1, #list do acc = 1 + f(acc, list[i]) end
  return acc
end
print(fold({ 1, 2, 3 }, function(a, b) return a + b end, 0))
print(fold({ 1, 2, 3 }, function(a, b) return a + b / 2 end, 0))
print(pcall(fold, { 1, 2 }, function(a, b) if b == 1 then return a end end, 0))

local record = { total = 0 }
local function store(f)
  record.total = record.total + f(record.total) + f(1)
  return record.total
end
print(store(function(x) return x + 1 end), store(function(x) return x + 0.5 end))

-- What changes a variable on the way is seen where it was.
local function order()
  local x = 1
  local function bump() x = x + 1 return x end
  local o = { bump = function() x = x * 10 return x end }
  return x + bump() + o.bump() + x, x
end
print(order())

local function failing(c)
  local s = 1
  s = s + c:inc() + c.missing
  return s
end
print(pcall(failing, Counter.new(1)))
print(pcall(function() return Counter.new(1):nothing() + 1 end))

-- All results of the last argument are handed over.
local Pair = { a = 1, b = 2 }
function Pair:both() return self.a, self.b end
local function add(x, y) return x + (y or 100) end
local function both() return 3, 4 end
local function sums(p, f)
  local s = 0
  for i = 1, 3 do
    s = s + add(p:both()) + add((p:both())) + add(f()) + add(i, f())
  end
  local list = { p:both(), f() }
  return s, #list, p:both()
end
print(sums(Pair, both))
