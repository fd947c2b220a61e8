-- Calls that wait at every position where a call can stand: the function that makes the call runs on behind it with all its variables.
-- What waits is a value, so that any call may.
local waits = { yield = coroutine.yield }
local function w(...) return waits.yield(...) end
local function show(...)
  local t = table.pack(...)
  for i = 1, t.n do t[i] = type(t[i]) == "table" and "table" or tostring(t[i]) end
  return table.concat(t, " ")
end

-- Runs f; each yield of x gives back x and x .. "'", and every second run waits nowhere.
local function drive(name, f, ...)
  local co = coroutine.create(f)
  local r = table.pack(coroutine.resume(co, ...))
  local seen = {}
  while coroutine.status(co) ~= "dead" do
    seen[#seen + 1] = show(table.unpack(r, 2, r.n))
    r = table.pack(coroutine.resume(co, table.unpack(r, 2, r.n)))
  end
  print(name, "yields: " .. table.concat(seen, ","), "gives: " .. show(table.unpack(r, 1, r.n)))
end

-- A function under test gets the way to say a value: with a wait, or without.
local function both(name, f)
  drive(name, f, w)
  drive(name, f, function(...) return ... end)
  local n = 0
  drive(name, f, function(...) n = n + 1 if n % 2 == 0 then return w(...) end return ... end)
end

both("operands", function(say)
  local a, b = 10, 3
  local sum = a + say(1) * b - say(2)
  local text = "x" .. say("y") .. a .. say("z")
  local less = say(1) < say(2) and say(3) >= b
  local same = say("k") == "k", say(1) ~= 1
  return sum, text, less, same, -say(5), #say("four"), not say(nil), say(7) // 2, say(6) & 3, ~say(0)
end)

both("arguments", function(say)
  local function take(...) return select("#", ...), ... end
  return take(say(1), say(2, 3), say(4), (say(5, 6)), say(7, 8, 9))
end)

both("logic", function(say)
  local a = say(nil) or say("or")
  local b = say(1) and say(2) and say(3)
  local c = say(false) and say("never") or say("last")
  local d = (say(nil) or {}).field or say("field")
  local e = not (say(nil) and say(1)) and (say(2) or say(3))
  return a, b, c, d, e
end)

both("conditions", function(say)
  local log = {}
  if say(false) then
    log[#log + 1] = "then"
  elseif say(nil) then
    log[#log + 1] = "elseif"
  elseif say(1) == 1 and say("yes") then
    local inner = say("inner")
    log[#log + 1] = inner
  else
    log[#log + 1] = "else"
  end
  local n = 0
  while say(n) < 3 do n = n + say(1) end
  repeat
    local m = say(n)
    n = n - 1
  until say(m) <= 1 or n < say(-5)
  return n, table.concat(log, " ")
end)

both("loops", function(say)
  local log = {}
  for i = say(1), say(3) do log[#log + 1] = say(i) end
  for i = say(10), say(1), say(-4) do log[#log + 1] = i .. say("!") end
  for i = 1.5, say(3) do log[#log + 1] = say(i) end
  for i = 1, 3 do
    for j = i, 2 do
      if say(j) == 2 then break end
      log[#log + 1] = i .. "/" .. j
    end
    log[#log + 1] = say("outer" .. i)
  end
  local step = say(2)
  for i = 1, 5, step do log[#log + 1] = say(i) * step end
  return table.concat(log, " ")
end)

both("iterators", function(say)
  local log = {}
  for k, v in pairs({ say("a"), say("b") }) do log[#log + 1] = k .. say(v) end
  for i, v in ipairs(say({ 5, 6 })) do log[#log + 1] = say(i) + v end
  local function each(list)
    local i = 0
    return function()
      i = i + 1
      return say(list[i])
    end
  end
  for v in each({ "p", "q" }) do log[#log + 1] = v .. say("+") end
  local function three(s, c) if c < 2 then return say(c + 1), say("s" .. s), "t" end end
  for a, b, c in three, say(9), say(0) do log[#log + 1] = a .. b .. c .. say(".") end
  for word in string.gmatch(say("one two"), "%a+") do log[#log + 1] = say(word) end
  return table.concat(log, " ")
end)

both("assignments", function(say)
  local t, i = { n = 0 }, 1
  local a, b, c = say(1, 2, 3)
  a, b = say(b), say(a)
  i, t[i] = say(i + 1), say(20)
  t[say("key")], t.field = say("value"), say("f", "g")
  t.n = t.n + say(5)
  local d, e = say(1), (say(2, 3))
  local x, y, z = say("x"), say("y", "z")
  return a, b, c, i, t[1], t.key, t.field, t.n, d, e, x, y, z
end)

both("tables", function(say)
  local t = { say(1), say(2), name = say("n"), [say("k")] = say("v"), say(3, 4, 5) }
  local u = { { say("deep") }, list = { n = { say(9) } } }
  return #t, t[1], t[2], t.name, t.k, t[3], t[5], u[1][1], u.list.n[1], ({ say("z") })[say(1)]
end)

both("methods", function(say)
  local class = {}
  class.__index = class
  function class:add(n) self.sum = self.sum + n return self end
  function class:get(...) return self.sum, ... end
  local function make(n) return setmetatable({ sum = say(n) }, class) end
  return make(1):add(say(2)):add(say(3)):get(say("a"), say("b", "c"))
end)

both("varargs", function(say)
  local function count(...) return select("#", ...) end
  local function pass(...)
    local first = say(...)
    return first, count(...), count(say(...)), (select(2, say(...))), ...
  end
  return pass(1, nil, 3, nil)
end)

both("tails", function(say)
  local function last(n, ...) return say(n, ...) end
  local function middle(n) return last(n, say("m")) end
  local function even(n) if n == 0 then return say("even") end return say(nil) or n % 7 == 0 and middle(n) or n end
  local function down(n) if n == 0 then return say("bottom") end return down(n - 1) end
  local function loop(n) say(n) if n == 0 then return "looped" end return loop(n - 1) end
  local t = { run = last }
  function t:method(x) return self.run(x, say(1)) end
  local r = { middle(1), even(0), even(3), even(14), down(100), loop(2), t:method("x") }
  return table.unpack(r)
end)

both("protected", function(say)
  local function fail(x) say("before") error({ code = say(x) }) end
  local ok, e = pcall(fail, 1)
  local ok2, e2 = pcall(pcall, fail, 2)
  local ok3, v = xpcall(function() return say("in") .. nil end, function(m) return "handled: " .. m:gsub("^.-:%d+: ", "") end)
  local ok4, a, b = pcall(say, "a", "b")
  local ok5, m = pcall(function() local x = say(nil) return x.y end)
  return ok, e.code, ok2, e2, ok3, v, ok4, a, b, ok5, (m:gsub("^.-:%d+: ", ""))
end)

both("metamethods", function(say)
  local mt = {}
  mt.__add = function(a, b) return say("add") end
  mt.__concat = function() return say("cat") end
  mt.__eq = function() return say(true) end
  mt.__lt = function() return say(false) end
  mt.__le = function() return say(true) end
  mt.__len = function() return say(4) end
  mt.__unm = function() return say("neg") end
  mt.__call = function(self, ...) return say("call", ...) end
  mt.__index = function(_, k) return say(k .. "!") end
  mt.__newindex = function(t, k, v) rawset(t, k, say(v)) end
  local a, b = setmetatable({}, mt), setmetatable({}, mt)
  a.set = "kept"
  return a + 1, a .. "s", a == b, a < b, a <= b, #a, -a, a.got, a[1 .. ""], a.set, a(1, 2)
end)

both("upvalues", function(say)
  local shared, list = 0, {}
  local function bump(by) shared = shared + say(by) return shared end
  for i = 1, 3 do
    local own = say(i)
    list[i] = function() own = own + say(1) return own end
  end
  bump(say(1))
  local r = { bump(2), shared, list[1](), list[1](), list[3]() }
  return table.unpack(r)
end)

both("goto", function(say)
  local log = {}
  for i = 1, 4 do
    if say(i) % 2 == 0 then goto continue end
    log[#log + 1] = say("odd" .. i)
    ::continue::
  end
  local n = 0
  ::again::
  n = n + say(1)
  if n < 3 then goto again end
  do
    local x = say("x")
    log[#log + 1] = x
    if x == "y" then goto done end
  end
  ::done::
  return n, table.concat(log, " ")
end)

-- Variables keep their values over many waits in nested loops, and a function is resumed at the right one of many calls.
local function grid(say)
  local sum, names = 0, {}
  for i = 1, 3 do
    local row = { name = "r" .. i }
    for j = 1, 3 do
      local cell = i * 10 + j
      if j ~= i then
        sum = sum + say(cell)
      else
        names[#names + 1] = row.name .. say(":") .. cell
      end
    end
    local total = say(sum)
    while total > 100 do total = total - say(50) end
    names[#names + 1] = total
  end
  return sum, table.concat(names, " ")
end
both("nested", grid)

-- Deep recursion that waits at the bottom, and on the way back.
local function deep(n, say)
  if n == 0 then return say("bottom") end
  local r = deep(n - 1, say)
  if n % 50 == 0 then say(n) end
  return r
end
both("deep", function(say) return deep(150, say) end)

-- Errors behind a wait name the line and the variable.
both("errors", function(say)
  local t = {}
  local function call() say(1) t.missing(say(2)) end
  local function index() local x = say(nil) return x.field end
  local function add() return say(1) + t end
  return select(2, pcall(call)), select(2, pcall(index)), select(2, pcall(add))
end)

-- Waiting where stock Lua cannot is an error, in functions that may wait elsewhere.
both("barriers", function(say)
  local list = { 3, 1, 2 }
  local ok, e = pcall(table.sort, list, function(a, b) say("sort") return a < b end)
  local ok2, e2 = pcall(string.gsub, "ab", "%a", function(c) return say(c) end)
  return ok, e, ok2, e2
end)

-- Two tasks in turns through the same functions.
do
  local log = {}
  local function step(name, n) local got = waits.yield(name .. n) log[#log + 1] = got return got end
  local function work(name) local s = "" for i = 1, 3 do s = s .. step(name, i) .. "," end return s end
  local a, b = coroutine.wrap(work), coroutine.wrap(work)
  local x, y = a("a"), b("b")
  for i = 1, 3 do x, y = a(i .. x), b(i .. y) end
  print("tasks", x, y, table.concat(log, " "))
end
