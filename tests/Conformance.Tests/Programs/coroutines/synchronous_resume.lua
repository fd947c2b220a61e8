-- Resumes and functions of coroutine.wrap in code that nothing can make wait, and yields from everywhere.
local line = {}
local function write(...)
  for _, v in ipairs({ ... }) do line[#line + 1] = tostring(v) end
end
local function flush()
  print(table.concat(line))
  line = {}
end

local function range(n)
  if n < 0 then
    return coroutine.wrap(function() coroutine.yield("negative", n) end)
  end
  return coroutine.wrap(function()
    for i = 1, n do coroutine.yield(i, i * i, -i) end
  end)
end

for i in range(3) do write(i, " ") end flush()
for i, square in range(3) do write(i, ":", square, " ") end flush()
for i, square, minus in range(2) do write(i, ":", square, ":", minus, " ") end flush()
for text, n in range(-4) do print(text, n) end

-- The loop gives its state and control value to the generator.
local seen = {}
local function echo()
  return coroutine.wrap(function(...)
    local a, b = ...
    seen[#seen + 1] = tostring(a) .. "/" .. tostring(b)
    for i = 1, 3 do
      a, b = coroutine.yield(i * 10)
      seen[#seen + 1] = tostring(a) .. "/" .. tostring(b)
    end
  end)
end
for v in echo() do seen[#seen + 1] = "v" .. v end
print(table.concat(seen, " "))
local iterator = echo()
seen = {}
for v in iterator, "state", "first" do seen[#seen + 1] = "v" .. v end
print(table.concat(seen, " "))

-- No value, nil, one, two and three values both ways.
local co = coroutine.create(function(...)
  print("start", select("#", ...), ...)
  print("a", coroutine.yield())
  print("b", coroutine.yield(nil))
  print("c", coroutine.yield(1))
  print("d", coroutine.yield(1, 2))
  print("e", (coroutine.yield(1, 2, 3)))
  coroutine.yield(coroutine.yield(1, nil, nil))
  return "end", nil
end)
print("r", coroutine.resume(co))
print("r", coroutine.resume(co))
print("r", coroutine.resume(co, nil))
print("r", coroutine.resume(co, "x"))
print("r", coroutine.resume(co, "x", "y"))
print("r", coroutine.resume(co, "x", "y", "z"))
print("r", coroutine.resume(co, 7, 8, 9))
print("r", select("#", coroutine.resume(co)))
print("r", coroutine.resume(co))
print("r", coroutine.resume(co, 1))

-- Statements, arguments, conditions and operands that yield.
local function log(...) return table.concat({ ... }, ",") end
local steps = coroutine.wrap(function()
  coroutine.yield("statement")
  local t = { coroutine.yield("list"), coroutine.yield("list end") }
  local s = log(coroutine.yield("first"), "x", coroutine.yield("last"))
  if coroutine.yield("condition") and not coroutine.yield("condition 2") then s = s .. "!" end
  while coroutine.yield("while") do s = s .. "w" end
  for i = coroutine.yield("from"), coroutine.yield("to") do s = s .. i end
  t[coroutine.yield("key")] = coroutine.yield("value")
  local sum = coroutine.yield("left") + coroutine.yield("right")
  return #t, s, t.k, sum, -coroutine.yield("negated")
end)
print(steps(), steps(), steps("t1"))
print(steps("t2", "t3"), steps("s1"), steps("s2", "s3"))
print(steps(true), steps(false), steps(true), steps(nil))
print(steps(2), steps(4), steps("k"), steps("v"), steps(40))
print(steps(2))
print(steps(5))
print(pcall(steps))

-- A recursive generator: every yield crosses all calls between it and the body.
local function tree(n) if n > 0 then return { left = tree(n - 1), value = n, right = tree(n - 1) } end end
local function walk(t)
  if t then
    walk(t.left)
    coroutine.yield(t.value)
    walk(t.right)
  end
end
local out = {}
for v in coroutine.wrap(function() walk(tree(5)) end) do out[#out + 1] = v end
print(table.concat(out))

-- Generators inside generators, and through functions nobody knows.
local function map(f, source)
  return coroutine.wrap(function()
    for v in source do coroutine.yield(f(v)) end
  end)
end
local function take(n, source)
  return coroutine.wrap(function()
    for _ = 1, n do coroutine.yield(source()) end
  end)
end
local function naturals()
  return coroutine.wrap(function() local i = 0 while true do i = i + 1 coroutine.yield(i) end end)
end
for v in take(4, map(function(x) return x * x end, naturals())) do write(v, " ") end flush()

local emit = coroutine.yield
local handlers = { function(v) emit("first " .. v) end, function(v) emit("second " .. v) return v end }
local dispatch = coroutine.wrap(function() for i, handler in ipairs(handlers) do print("handled", handler(i)) end end)
print(dispatch()) print(dispatch()) print(dispatch())

-- Errors: with the position of where they happen, caught inside, raised by wrap, values unchanged.
local failing = coroutine.create(function() local ok, e = pcall(function() coroutine.yield(1) error("inside") end) print(ok, e) error({ code = 5 }) end)
print(coroutine.resume(failing))
local ok, e = coroutine.resume(failing)
print(ok, type(e), e.code, coroutine.status(failing))
print(pcall(coroutine.wrap(function() local x = nil; return x.y end)))
print(select("#", pcall(coroutine.wrap(function() error() end))))
print(coroutine.resume(coroutine.create(function() return coroutine.yield() + 1 end)))
local arithmetic = coroutine.create(function(a) return a + coroutine.yield(a) end)
print(coroutine.resume(arithmetic, 1))
print(coroutine.resume(arithmetic, {}))

-- Arguments that are no functions and no coroutines.
print(pcall(coroutine.wrap))
print(pcall(coroutine.wrap, 5))
print(pcall(coroutine.resume, 5))
local inner = coroutine.create(function() print("inner", coroutine.status(coroutine.running())) return 1 end)
local outer = coroutine.create(function()
  print("outer", coroutine.resume(inner))
  print("self", coroutine.resume(coroutine.running()))
  return coroutine.status(inner)
end)
print(coroutine.resume(outer))

-- Coroutines that resume one another, 100 deep.
local function nest(n)
  if n == 0 then coroutine.yield("bottom") return 0 end
  local c = coroutine.wrap(function() return nest(n - 1) end)
  local v = c()
  if type(v) == "string" then coroutine.yield(v) v = c() end
  return v + 1
end
local deep = coroutine.wrap(nest)
print(deep(100))
print(deep())

-- Reassigned: the name is no longer the function it was.
local gen = naturals()
print(gen(), gen())
gen = function() return "replaced" end
print(gen())
local yield = coroutine.yield
yield = function(...) return "not yielding", ... end
print(yield(1))
