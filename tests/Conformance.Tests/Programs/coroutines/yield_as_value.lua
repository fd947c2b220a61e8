-- coroutine.yield, resume and status handed around as values.
local function run(f, ...)
  local results = {}
  for i = 1, select("#", ...) do results[i] = tostring(f(select(i, ...))) end
  return table.concat(results, " ")
end
local co = coroutine.wrap(function() return run(coroutine.yield, 1, 2, 3) end)
print(co(), co("a"), co("b"), co("c"))

local calls = { yield = coroutine.yield, resume = coroutine.resume, status = coroutine.status }
local function both(a, b) return calls["yield"](a, b) end
local c = coroutine.create(function(...) local x, y = both(...) return x, y, calls.yield(x, y, 3), select("#", calls.yield()) end)
print(calls.resume(c, 1, 2))
print(calls.status(c), calls.resume(c, "x", "y"))
print(calls.resume(c, "z"))
print(calls.resume(c, nil, nil, nil))
print(calls.status(c), calls.resume(c))

-- In a tail call, under pcall, in a metamethod, in an iterator and in a sort of generic producer.
local function tail(v) return calls.yield(v) end
local d = coroutine.wrap(function()
  print("tail", tail(1))
  print("pcall", pcall(calls.yield, 2))
  print("nested", pcall(pcall, calls.yield, 3))
  local m = setmetatable({}, { __index = function(_, k) return calls.yield(k) end, __add = function(a, b) return calls.yield("add") end })
  print("index", m.field)
  print("add", m + 1)
  for k in calls.yield, "state", "control" do print("loop", k) end
  return "end"
end)
print(d()) print(d("t")) print(d("p", "q")) print(d("n")) print(d("i")) print(d("s")) print(d("first")) print(d("second")) print(d(nil))
print(pcall(d))

-- Of a function that cannot be left by a yield.
local e = coroutine.create(function() table.sort({ 3, 2, 1 }, function(a, b) coroutine.yield() return a < b end) end)
local ok, message = coroutine.resume(e)
print(ok, string.match(message, "attempt to yield across a C%-call boundary"))
print(pcall(coroutine.status, 1))
print(coroutine.status(e), coroutine.status(coroutine.create(print)))

-- Errors thrown after yields in calls that nobody knows keep their position.
local thrower = { go = function(v) local got = calls.yield(v) error("after " .. tostring(got)) end }
local g = coroutine.create(function() thrower.go("before") end)
print(coroutine.resume(g))
print(coroutine.resume(g, "resume"))
local h = coroutine.wrap(function() local ok, m = pcall(thrower.go, 1) calls.yield(m) error({ m }) end)
print(h()) print(h("again"))
local okay, value = pcall(h)
print(okay, type(value), value[1])
