-- coroutine.status and coroutine.running of tasks and of coroutines in which a task waits.
local status, running, yield = coroutine.status, coroutine.running, coroutine.yield
local main, isMain = running()
local ch = channel.new(0)
local names = {}
local function name(thread) return names[thread] or "?" end
names[main] = "main"
print("start", status(main), isMain)

-- A task that was not started yet, that waits, that is ready, that runs and that has ended.
local seen
local task = coroutine.spawn(function()
  local own = running()
  names[own] = "task"
  print("in task", status(own), status(main), name(own), select(2, running()))
  seen = ch:receive()
  print("woken", status(own), status(main))
end)
print("spawned", status(task))
ch:send("v")
print("sent", seen, status(task))
yield()
print("after yield", status(task))

-- A coroutine inside which the whole task waits is normal, and so is its task, for others; both run again later.
local inner, resumed
local outer = coroutine.spawn(function()
  local own = running()
  inner = coroutine.create(function(a)
    local me = running()
    print("inner starts", a, status(me), status(own), status(main))
    local b = ch:receive()
    print("inner received", b, status(me), status(own))
    local c = yield("first")
    print("inner resumed", c, status(me), status(own))
    return "last"
  end)
  print("before resume", status(inner), status(own))
  local ok, first = coroutine.resume(inner, "a")
  print("between", ok, first, status(inner), status(own))
  local _, last = coroutine.resume(inner, "c")
  print("behind", last, status(inner), status(own))
  print("dead", coroutine.resume(inner))
  resumed = true
end)
print("outer", status(outer), status(inner), status(main))
print("not resumable", coroutine.resume(inner))
print("nor a task", coroutine.resume(outer))
ch:send("b")
print("sent b", status(outer), status(inner))
yield()
print("end", resumed, status(outer), status(inner))

-- Two levels: the innermost waits.
local deep = coroutine.wrap(function()
  local middle = running()
  local leaf = coroutine.wrap(function()
    local me = running()
    coroutine.spawn(function() print("other task sees", status(me), status(middle), status(main)) end)
    yield(status(me) .. " " .. status(middle) .. " " .. status(main))
    return "leaf done"
  end)
  local a = leaf()
  yield(a)
  return leaf() .. " " .. status(middle)
end)
print(deep())
print(deep())

-- A select on the stack of another one, and the order of what waits.
local one, two = channel.new(0), channel.new(1)
local log = {}
local selecting = coroutine.spawn(function()
  for i = 1, 3 do
    local r = channel.select { one:case_receive(), two:case_receive() }
    log[#log + 1] = (r.channel == one and "one" or "two") .. tostring(r.value)
  end
end)
print("selecting", status(selecting))
two:send(1)
one:send(2)
two:send(3)
yield()
print(table.concat(log, " "), status(selecting))

-- A coroutine that a task started and another goes on with.
local shared = coroutine.create(function()
  local first = yield(status(running()))
  local second = yield(first)
  return second
end)
coroutine.spawn(function() print("one", coroutine.resume(shared)) end)
coroutine.spawn(function() print("two", coroutine.resume(shared, "x"), status(shared)) end)
print("three", coroutine.resume(shared, "y"))
print(status(shared), status(running()))
