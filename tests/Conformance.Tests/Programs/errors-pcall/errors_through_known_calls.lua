-- Errors of error that pass calls of known functions, in every position of such a call.
local trace = {}
local function note(x)
  trace[#trace + 1] = tostring(x)
  return x
end

local function flush(label, ...)
  print(label, table.concat(trace, " "), ...)
  trace = {}
end

local function fail(x)
  note("f" .. tostring(x))
  if x == nil or x == "bad" or x == 3 then
    error("no " .. tostring(x))
  end
  return x
end

local function two(a, b)
  if a == "bad" then
    error({ code = b })
  end
  return a, b
end

local function many(...)
  local n = select("#", ...)
  if n == 0 then
    error("none", 0)
  end
  return ...
end

local function nothing(x)
  if x == "bad" then
    error("nothing", 0)
  end
end

-- Arguments and their order.
local function arguments(x)
  return note(note(1) .. note(fail(x)) .. note(2))
end
flush("arg", pcall(arguments, "ok"))
flush("arg", pcall(arguments, "bad"))

local function operands(a, b)
  local t = { 10, 20 }
  local n = #t + (fail(a) + note(5)) * (note(2) - fail(b))
  return n
end
flush("op", pcall(operands, 1, 2))
flush("op", pcall(operands, 1, 3))
flush("op", pcall(operands, 3, 1))

-- A variable that the call itself changes is read before the call.
local function changes()
  local v = 1
  local function change(x)
    v = v + 10
    return fail(x)
  end
  local first = v + change(2) + v
  local second = v .. change(1) .. v
  return first, second, v + change(3)
end
flush("changed", pcall(changes))

local counter = 0
local function bump(x)
  counter = counter + 1
  if counter > 3 then
    error("counter " .. counter)
  end
  return counter * x
end
local function bumps()
  local r = counter + bump(10) + counter
  r = r + counter * bump(100)
  return r, counter, bump(1), bump(1)
end
flush("bump", pcall(bumps))
flush("bump", counter)

-- Conditions.
local function conditions(x)
  if fail(x) == 1 then
    return "one"
  elseif fail(x) == 2 or note(x) == "bad2" then
    return "two"
  elseif note(x) and fail(x == 4 and 3 or x) then
    return "else"
  end
  return "end"
end
for _, x in ipairs({ 1, 2, 4, 5, "bad", "bad2" }) do
  flush("if", pcall(conditions, x))
end

local function loops(limit)
  local i, sum = 0, 0
  while fail(i) < limit do
    i = i + 1
    if i == 2 then
      goto continue
    end
    sum = sum + i
    ::continue::
  end
  repeat
    i = i - 1
    local done = i < -1
  until done or fail(-i) == 5
  return sum, i
end
flush("while", pcall(loops, 1))
flush("while", pcall(loops, 3))
flush("while", pcall(loops, 10))

local function bounds(a, b, c)
  local r = {}
  for i = fail(a), fail(b), fail(c) do
    r[#r + 1] = i
    if i == 7 then
      break
    end
  end
  return table.concat(r, ",")
end
flush("for", pcall(bounds, 1, 9, 2))
flush("for", pcall(bounds, 1, 3, 2))
flush("for", pcall(bounds, 1, 2, "bad"))
flush("for", pcall(bounds, 1.5, 4, 1))

local function lists(...)
  local r = {}
  for i, v in ipairs({ fail(...), many(...) }) do
    r[#r + 1] = i .. "=" .. tostring(v)
  end
  for k, v in next, { many(...) } do
    r[#r + 1] = k .. ":" .. tostring(fail(v))
  end
  return table.concat(r, " ")
end
flush("in", pcall(lists, 1, 2))
flush("in", pcall(lists, 1, 2, 3))
flush("in", pcall(lists, "bad"))
flush("in", pcall(lists))

-- Constructors: what is stored before the call, and keys that are nil.
local function constructor(a, b, k)
  return { note("x"), fail(a), name = fail(b), [note(k)] = fail(a), many(a, b) }
end
local ok, t = pcall(constructor, 1, 2, "key")
flush("table", ok, t[1], t[2], t[3], t[4], t.name, t.key)
flush("table", pcall(constructor, 1, 3, "key"))
local function nilkey(a)
  return { [nil] = 1, fail(a) }
end
flush("nil key", pcall(nilkey, "bad"))

-- Returns, tail calls and adjusted lists.
local function returns(a, b)
  return note(0), (many(a, b)), many(a, b)
end
flush("return", pcall(returns, 5, 6))
local function tail(a, b)
  return two(a, b)
end
local function tailtail(a, b)
  return tail(a, b)
end
flush("tail", pcall(tailtail, 7, 8))
ok, t = pcall(tailtail, "bad", 8)
flush("tail", ok, type(t), t.code)
local function parentheses(a)
  return (two(a, 1))
end
flush("paren", pcall(parentheses, 9))
local function down(n)
  if n == 0 then
    error("bottom", 0)
  end
  return down(n - 1)
end
flush("self", pcall(down, 100000))

-- Assignments: nothing is assigned when a value fails.
local a, b = "a", "b"
local rec = { x = "x" }
local function assigns(v)
  a, b = fail(1), fail(v)
  rec.x, rec[note("y")] = fail(v == 2 and 3 or v), "y"
  local p, q, r = two(v, "q")
  rec.x = fail(v)
  return p, q, r
end
flush("assign", pcall(assigns, 4), a, b, rec.x, rec.y)
flush("assign", pcall(assigns, "bad"))
flush("assign", a, b, rec.x, rec.y)
flush("assign", pcall(assigns, 2))
flush("assign", a, b, rec.x, rec.y)

-- Statements, discarded results, concatenation and comparison.
local function statements(x)
  nothing(1)
  fail(1)
  local _ = (nothing(2))
  many(1, 2)
  nothing(x)
  return "done"
end
flush("statement", pcall(statements, 1))
flush("statement", pcall(statements, "bad"))
local function texts(x)
  local s = "a" .. fail(1) .. note("b") .. fail(x) .. "c"
  return s == fail("s"), fail(1) < fail(2), s
end
flush("text", pcall(texts, 2))
flush("text", pcall(texts, 3))

-- And, or, not.
local function logic(x, y)
  local p = x and fail(y) or fail("other")
  local q = fail(x or false) == false and nothing(y)
  local r = not fail(y)
  return p, q, r
end
flush("logic", pcall(logic, 1, 2))
flush("logic", pcall(logic, nil, 2))
flush("logic", pcall(logic, 1, "bad"))
flush("logic", pcall(logic, nil, "bad"))

-- Methods, through inheritance and by name.
local Class = {}
Class.__index = Class
function Class:check(x)
  if x == "bad" then
    error(self.name .. " is bad")
  end
  return x
end
function Class:deep(x)
  local r = self:check(x) .. self:check("!") .. Class.check(self, "?")
  self.last = r
  return r, #r
end
function Class:quiet(x)
  self:check(x)
end
local Sub = setmetatable({}, Class)
Sub.__index = Sub
function Sub:check(x)
  if x == "sub" then
    error("sub", 0)
  end
  return Class.check(self, x) .. "+"
end
local function methods(class, x)
  local o = setmetatable({ name = "obj" }, class)
  o:quiet(x)
  local r, n = o:deep(x)
  return r, n, o.last, o:check("z")
end
flush("method", pcall(methods, Class, "v"))
flush("method", pcall(methods, Class, "bad"))
flush("method", pcall(methods, Sub, "v"))
flush("method", pcall(methods, Sub, "bad"))
flush("method", pcall(methods, Sub, "sub"))
local own = setmetatable({ name = "own", check = function() error("own check", 0) end }, Class)
flush("method", pcall(function() return own:deep(1) end))

-- Others call the same functions: without protection, as values and from the library.
local values = { fail, two, many, nothing, Class.check }
flush("value", pcall(values[1], "bad"))
flush("value", select("#", pcall(values[4], "bad")))
flush("value", pcall(values[3]))
flush("value", pcall(string.gsub, "a3", "%d", function(d) return fail(tonumber(d)) end))
flush("value", pcall(table.sort, { 1, 3 }, function(x, y) return fail(x) < fail(y) end))
flush("value", fail("fine"), two(1, 2))
