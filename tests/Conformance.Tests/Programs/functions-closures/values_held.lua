-- Functions that hold variables which nobody assigns, in every place where such a function can stand.
local function adder(n) return function(x) return x + n end end
local add1, add2 = adder(1), adder(2.5)
print(add1(1), add2(1), add1(add2(0)))

-- Any number of arguments and of results.
local function results(a, b, c)
  return function() return a end,
    function(x) return x, a end,
    function(x, y) return x, y, b end,
    function(x, y, z) return z, y, x, c end,
    function(x, y) if x then return y end end,
    function() end
end
local f0, f1, f2, f3, maybe, nothing = results("a", "b", "c")
print(f0(), f0(1, 2), f0(1, 2, 3, 4), (f0()))
print(f1())
print(f1(1, 2, 3, 4))
print(f2(1))
print(f2(1, 2, 3))
print(f3(1))
print(f3(1, 2, 3, 4, 5))
print((f3(1, 2, 3)))
print(maybe(true, 1), maybe(false, 1), select("#", maybe(false)), select("#", maybe(true)))
print(select("#", nothing()), select("#", nothing(1, 2, 3, 4)), (nothing()))
print(pcall(f1, 5), pcall(f3, 1, 2, 3), pcall(nothing))
print(select("#", f0(table.unpack({ 1, 2, 3, 4, 5 }))), f2(table.unpack({ 7, 8, 9, 10 })))

-- Loop variables, one for each pass; variables of blocks; parameters.
local list = {}
for i = 1, 3 do list[#list + 1] = function() return i end end
for i = 0.5, 1.5, 0.5 do list[#list + 1] = function() return i end end
for k, v in ipairs({ "x", "y" }) do list[#list + 1] = function() return k .. v end end
do
  local i = 1
  while i <= 2 do
    local copy = i
    list[#list + 1] = function() return "while " .. copy end
    i = i + 1
  end
end
do
  local i = 0
  repeat
    local copy = i
    list[#list + 1] = function() return "repeat " .. copy end
    i = i + 1
  until copy == 1
end
for i, f in ipairs(list) do list[i] = tostring(f()) end
print(table.concat(list, " "))

-- Jumps back over a variable.
local jumps = {}
do
  local n = 0
  ::again::
  local seen = n
  jumps[#jumps + 1] = function() return seen end
  n = n + 1
  if n < 3 then goto again end
end
print(jumps[1](), jumps[2](), jumps[3]())

-- Functions inside functions, and variables that are assigned beside those that are not.
local function nest(a)
  return function(b)
    return function(c)
      return function(d) return a + b * 10 + c * 100 + d * 1000 end
    end
  end
end
print(nest(1)(2)(3)(4))
local function mixed(constant)
  local count = 0
  local function step() count = count + constant return count end
  return step, function() return count end, function() return constant end, function() return step() + constant end
end
local step, get, constant, both = mixed(3)
print(step(), step(), get(), constant(), both(), get())

-- A variable that is assigned later, by the function or outside, is shared.
local function shared(v)
  local get = function() return v end
  local set = function(x) v = x end
  return get, set
end
local g, s = shared(1)
print(g()) s(2) print(g())
local late
local function reader() return function() return late end end
local read = reader()
print(read()) late = "assigned" print(read())
local never
print((function() return never end)())

-- Recursion through a table, a parameter and itself.
local fact = {}
fact.of = function(n) return n <= 1 and 1 or n * fact.of(n - 1) end
print(fact.of(10))
local function fix(f) return function(x) return f(f, x) end end
print(fix(function(self, n) return n < 2 and n or self(self, n - 1) + self(self, n - 2) end)(15))
local self_name
do
  local function loop(n) return n == 0 and "end" or (function() return loop(n - 1) end)() end
  self_name = loop
end
print(self_name(5))

-- Tail calls do not use up the stack; deep recursion is an error.
local function count(limit)
  local go = {}
  go.down = function(n) if n == limit then return n, "reached" end return go.down(n + 1) end
  return go.down
end
print(count(100000)(0))
local endless = {}
endless.call = function(x) return 1 + endless.call(x) end
local ok, message = pcall(endless.call, 1)
print(ok, tostring(message):match("stack overflow"))

-- Each evaluation is another value; identity, equality and use as a key.
local a, b = adder(1), adder(1)
print(a == b, a == a, rawequal(a, a), ({ [a] = "key" })[a], ({ [a] = "key" })[b], type(a))

-- Callbacks: comparators, replacements, iterators, metamethods, coroutines, handlers.
local order = { 5, 3, 8, 1 }
local sign = -1
table.sort(order, function(x, y) return x * sign < y * sign end)
print(table.concat(order, " "))
local map = { a = "1", b = "2" }
print((("a-b-c"):gsub("%a", function(c) return map[c] end)))
local function range(from, to)
  return function(_, i) if i < to then return i + 1 end end, nil, from - 1
end
local sum = 0
for i in range(1, 10) do sum = sum + i end
print(sum)
local scale = 10
local mt = { __add = function(x, y) return x.v + y.v * scale end, __index = function(_, k) return k .. scale end, __call = function(_, ...) return scale, ... end }
local o, p = setmetatable({ v = 1 }, mt), setmetatable({ v = 2 }, mt)
print(o + p, o.missing, o("called"))
local co = coroutine.wrap(function(x) local y = coroutine.yield(x + scale) return y * scale end)
print(co(1), co(2))
print(xpcall(function() error({ code = scale }) end, function(e) return e.code + sign end))
print(pcall(function() local x = scale + nil end))
print(pcall(function() return sign.field.field end))

-- Names that mean something in C#.
local function names(chunk, this, owner, closure_1, class, base, a0, t1)
  return function(lua, m1) return table.concat({ chunk, this, owner, closure_1, class, base, a0, t1, lua, m1 }, " ") end
end
print(names(1, 2, 3, 4, 5, 6, 7, 8)(9, 10))
