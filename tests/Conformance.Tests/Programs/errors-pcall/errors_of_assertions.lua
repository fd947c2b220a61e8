-- assert and error inside expressions of protected functions, and protected functions that reach pcall through others.
-- Stock Lua puts a position before the messages of assert, Wippy does not: here it is left out.
local log = {}
local function say(x)
  log[#log + 1] = tostring(x)
  return x
end
local function show(label, ...)
  local items = table.pack(...)
  for i = 1, items.n do
    local v = items[i]
    items[i] = type(v) == "table" and "table " .. tostring(v.code) or tostring(v)
    if label ~= "or" then
      items[i] = items[i]:gsub("^test:[%w_]+:%d+: ", "")
    end
  end
  print(label, table.concat(log, " "), table.concat(items, " "))
  log = {}
end

-- Values and messages of every type.
local function check(v, m)
  assert(v, m)
  return "checked"
end
for _, m in ipairs({ "text", 5, 2.5, true, { code = 1 } }) do
  show("assert", pcall(check, true, m))
  show("assert", pcall(check, false, m))
end
show("assert", pcall(check, nil, nil))
show("assert", pcall(function(v) assert(v) return v end, false))
show("assert", pcall(function(v) assert(v) return v end, 0))
show("assert", select("#", pcall(function(v) assert(v) end, "")))

-- Where the result is used.
local function open(x)
  if x == nil then
    return nil, "cannot open"
  end
  return x, "mode", say("opened")
end
local function uses(x)
  local f = assert(open(x))
  local g, mode, opened = assert(open(x))
  local t = { assert(open(x), "not lost"), assert(open(x)) }
  return f, g, mode, opened, #t, assert(say(x) == 1, say("message"))
end
show("use", pcall(uses, 1))
show("use", pcall(uses, nil))
show("use", pcall(uses, 2))
local function gives(x)
  return assert(open(x))
end
show("give", pcall(gives, 1))
show("give", pcall(gives))
local function passes(x)
  return select("#", assert(open(x))), (assert(open(x)))
end
show("pass", pcall(passes, 3))
show("pass", pcall(passes, nil))
show("none", pcall(function() return assert() end))
show("none", pcall(function(...) return assert(...) end))
show("none", pcall(function(...) return assert(...) end, 1, nil, 3))

-- error as an operand.
local config = { host = "h", port = 0, off = false }
local function required(name)
  local v = config[name] or error("missing " .. name)
  return v
end
for _, name in ipairs({ "host", "port", "off", "user" }) do
  show("or", pcall(required, name))
  show("or", pcall(function(n) return say(required(n)) .. "!", required(n) == "h" or error("not h", 0) end, name))
end
local function kind(x)
  return x == 1 and "one" or x == 2 and error({ code = 2 }) or x == 3 and "three" or error("none", 0)
end
for i = 1, 4 do
  show("and", pcall(kind, i))
end
local function argument(x)
  return say(say(1) + (x or error("no x", 0)) + say(2))
end
show("arg", pcall(argument, 3))
show("arg", pcall(argument))

-- Protected by another function, by fields and by an index.
local function try(f, ...)
  local results = table.pack(pcall(f, ...))
  return table.unpack(results, 1, results.n)
end
local function attempt(f, ...)
  return try(f, ...)
end
show("try", try(function(x) return check(x, "tried") end, 1))
show("try", try(function(x) return check(x, "tried") end, false))
show("try", attempt(check, nil, "attempted"))
show("try", attempt(function(x) if x then error(x) end return "ok" end, "thrown"))
show("try", attempt(required, "user"))
local handlers = {}
function handlers.good(x)
  return say(x)
end
function handlers.bad(x)
  error("bad " .. tostring(x), 0)
end
function handlers.nested(x)
  return handlers.bad(x)
end
handlers.late = function(x) assert(x == 1, "late") return x end
for _, name in ipairs({ "good", "bad", "nested", "late", "absent" }) do
  show(name, pcall(handlers[name], 1))
  show(name, xpcall(handlers[name], function(e) return "handled " .. tostring(e):gsub("^test:[%w_]+:%d+: ", "") end, 2))
end
show("field", pcall(handlers.bad, 3), pcall(handlers.late, 1), handlers.late(1))
local object = { limit = 2 }
function object:step(x)
  if x > self.limit then
    error("limit", 0)
  end
  return x
end
function object:run(x)
  local ok, e = pcall(self.step, self, x)
  return ok, e, self:step(1)
end
show("self", object:run(1))
show("self", object:run(3))

-- Handlers: at the error, nested, and with errors of their own.
local function deep(n)
  if n == 0 then
    error("deep", 0)
  end
  return deep(n - 1) + 1
end
show("handler", xpcall(deep, function(e) return e .. "!" end, 3))
show("handler", xpcall(deep, function(e) say("outer") return xpcall(deep, function(i) return i .. e end, 2) end, 1))
show("handler", xpcall(deep, function(e) if e == "deep" then error("again", 0) end return e end, 2))
show("handler", pcall(xpcall, deep, error, 2))
show("nested", pcall(function()
  local ok, e = pcall(deep, 2)
  local ok2, e2 = pcall(function() error(e .. " rethrown", 0) end)
  error({ code = e2 }, 0)
end))

-- In coroutines, and through them.
local co = coroutine.wrap(function(x)
  local ok, e = pcall(deep, 2)
  local y = coroutine.yield(e)
  ok, e = pcall(function() coroutine.yield("inside") return deep(y) end)
  coroutine.yield(e)
  return deep(1)
end)
show("wrap", co(1))
show("wrap", co(3))
show("wrap", co())
show("wrap", pcall(co))
local thread = coroutine.create(deep)
show("resume", coroutine.resume(thread, 4))
show("resume", coroutine.status(thread))
show("resume", pcall(function() return coroutine.wrap(deep)(2) end))

-- A failure at the bottom of many calls, and the stack at its end.
show("bottom", pcall(deep, 10000))
local function grow(n)
  if n < 0 then
    error("never")
  end
  return grow(n + 1) + 1
end
local ok, e = pcall(grow, 1)
show("overflow", ok, e:match("stack overflow"))
show("again", pcall(deep, 2))

-- Metamethods, iterators and functions of the library in between.
local guarded = setmetatable({}, {
  __index = function(_, k) error("index " .. k, 0) end,
  __add = function(a, b) return deep(b) end,
  __call = function(_, x) return check(x, "called") end,
})
show("meta", pcall(function() return guarded.field end))
show("meta", pcall(function() return guarded + 2 end))
show("meta", pcall(guarded, false))
show("iterator", pcall(function() for x in function(_, i) return check(not i, "iterated") end do say(x) end end))
show("library", pcall(table.sort, { 3, 2, 1 }, function(a, b) return check(a == nil, "sorted") end))
show("library", pcall(string.gsub, "abc", ".", handlers.bad))
show("error", pcall(error, "direct", 0), pcall(error), pcall(assert, false, "asserted"), pcall(assert, 1, 2))
