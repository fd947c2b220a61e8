-- coroutine.resume and functions of coroutine.wrap where two results are used, and a thread of coroutine.wrap that is resumed by hand.
local function body(a, b)
  print("in", a, b)
  local c, d = coroutine.yield(a, b)
  print("in", c, d)
  c, d = coroutine.yield()
  print("in", c, d)
  c, d = coroutine.yield(1, 2, 3)
  print("in", c, d)
  error({ "table" })
end

local co = coroutine.create(body)
local ok, v = coroutine.resume(co, "x")
print(ok, v)
ok, v = coroutine.resume(co, "y", "z")
print(ok, v)
ok, v = coroutine.resume(co)
print(ok, v)
ok, v = coroutine.resume(co, nil)
print(ok, type(v))
ok, v = coroutine.resume(co)
print(ok, v)
ok, v = coroutine.resume(coroutine.running())
print(ok, v)
print(pcall(function() local a, b = coroutine.resume(5) return a, b end))
print(pcall(function() local a, b = coroutine.resume() return a, b end))

local w = coroutine.wrap(body)
local a, b = w("x")
print(a, b)
a, b = w("y", "z")
print(a, b)
a, b = w(1)
print(a, b)
print(pcall(function() local c, d = w() return c, d end) == false)
print(pcall(function() local c, d = w(1, 2) return c, d end))

local thread
local f = coroutine.wrap(function(...)
  thread = coroutine.running()
  print("given", ...)
  print("given", coroutine.yield(1, 2))
  print("given", coroutine.yield(3))
  error("ended", 0)
end)
print(f("first"))
print(coroutine.resume(thread, "second"))
local r, s = coroutine.resume(thread, "third")
print(r, s)
print(coroutine.status(thread))
r, s = coroutine.resume(thread, "fourth")
print(r, s)
print(pcall(f))

f = coroutine.wrap(function()
  thread = coroutine.running()
  coroutine.yield(1)
  coroutine.yield(2)
  error("raised", 0)
end)
print(f())
print(coroutine.resume(thread))
print(pcall(f))
print(coroutine.resume(thread))

-- a resumed coroutine that resumes itself, or the one that waits for it
local inner = coroutine.create(function(outer)
  print(coroutine.resume(outer))
  local p, q = coroutine.resume(coroutine.running())
  print(p, q)
  coroutine.yield("inner")
end)
local outer
outer = coroutine.wrap(function()
  local p, q = coroutine.resume(inner, coroutine.running())
  print(p, q)
  return "outer", "ends"
end)
local p, q = outer()
print(p, q)

-- in a generic for
for i, square in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i, i * i) end end) do
  print(i, square)
end
for i in coroutine.wrap(function(state, control) print(state, control) coroutine.yield(1, 2) end), "state", "control" do
  print(i)
end
