-- Variables that one function alone uses after their declaration, and variables that look like it.
local function counter(step)
  local value = 0
  return function(by)
    value = value + step * (by or 1)
    return value
  end
end
local a, b = counter(1), counter(2.5)
print(a(), a(2), b(), b(2), a())
print(pcall(a, "x"))
print(pcall(a, {}), a())

-- A parameter, one that begins with nil, one that changes its type, several at once.
local function parameter(n) return function() n = n + 1 return n end end
local p, q = parameter(1), parameter("10")
print(p(), p(), q(), q())
local function begins_with_nil()
  local last
  return function(v) local before = last last = v return before end
end
local remember = begins_with_nil()
print(remember(1), remember("two"), remember(nil), remember({}) == nil)
local function fibonacci()
  local x, y, text = 0, 1, ""
  return function()
    x, y = y, x + y
    text = text .. x .. " "
    return text
  end
end
local f = fibonacci()
for _ = 1, 6 do f() end
print(f())

-- Iterators.
local function each(list)
  local i, n = 0, #list
  return function()
    i = i + 1
    if i <= n then return i, list[i] end
  end
end
for i, v in each({"a", "b", "c"}) do io_write = (io_write or "") .. i .. v end
print(io_write)
for _, x in each({1, 2}) do for _, y in each({x, x * 2}) do io_write = io_write .. y end end
print(io_write)

-- It calls itself again while it assigns.
local function nested()
  local depth, deepest = 0, 0
  return function(f, n)
    depth = depth + 1
    if depth > deepest then deepest = depth end
    if n > 0 then f(f, n - 1) end
    depth = depth - 1
    return depth, deepest
  end
end
local g = nested()
print(g(g, 5))
print(g(g, 2))

-- In loops every pass has variables of its own; a variable outside of the loop is one for all functions.
local made, shared = {}, {}
local total = 0
do
  local outside = 100
  for i = 1, 3 do
    local inside = i * 10
    made[i] = function() inside = inside + i i = i + 1 return inside, i end
    shared[i] = function() outside = outside + i return outside end
  end
end
print(made[1](), made[1]())
print(made[2](), made[3]())
print(shared[1](), shared[2](), shared[3](), shared[1]())

-- Two functions, the function around, or one function made more than once use the variable.
local function pair()
  local v = 0
  return function() v = v + 1 return v end, function() return v end
end
local set, get = pair()
set() set()
print(get())
local function around()
  local v = 1
  local up = function() v = v + 1 end
  up() up()
  return v
end
print(around())
local function again()
  local v, list = 0, {}
  ::back::
  list[#list + 1] = function() v = v + 1 return v end
  if #list < 3 then goto back end
  return list[1](), list[2](), list[3]()
end
print(again())
local function looped()
  local v, list = 0, {}
  while #list < 3 do list[#list + 1] = function() v = v + 1 return v end end
  return list[1](), list[2](), list[3]()
end
print(looped())
local function condition()
  local v, n = 0, 0
  while (function() v = v + 1 return v < 4 end)() do n = n + 1 end
  return n
end
print(condition())
local function deeper()
  local v = 0
  return function()
    return function() v = v + 1 return v end
  end
end
local d = deeper()
print(d()(), d()(), d()())
local function redefined()
  local v = 0
  local h = function() function v() return "function" end return v end
  return h()()
end
print(redefined())
local function tail(n, list)
  if n == 0 then return list[1](), list[1](), list[2]() end
  list[#list + 1] = function() n = n + 100 return n end
  return tail(n - 1, list)
end
print(tail(2, {}))

-- Long expressions, errors that name the variable, coroutines.
local function long()
  local s = 1
  return function() s = ((((((((((((((((((((((((((((((((((((((((((((s + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) return s end
end
local l = long()
print(l(), l())
local function broken() local t t = nil return function() t = t + 1 end end
print(pcall(broken()))
local function indexes() local t = {} return function(k) t = t[k] return t end end
print(pcall(indexes(), "a"), pcall(function() local i = indexes() i("a") i("b") end))
local generate = coroutine.wrap(function()
  local n = 0
  local next_one = function() n = n + 1 coroutine.yield(n) return n end
  while true do next_one() end
end)
print(generate(), generate(), generate())
