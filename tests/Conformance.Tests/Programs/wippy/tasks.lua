-- Tasks and user coroutines (spec/lua.md section 7).
print(coroutine.isyieldable(), select("#", coroutine.yield(1, 2)))
local trace = {}
local task = coroutine.spawn(function()
  trace[#trace + 1] = "a1"
  coroutine.yield()
  trace[#trace + 1] = "a2"
end)
print(type(task), coroutine.status(task))
coroutine.yield()
coroutine.yield()
print(table.concat(trace, " "), coroutine.status(task))
print(coroutine.status(coroutine.running()), select(2, coroutine.running()))
-- A blocking operation inside a user coroutine suspends the task, not the coroutine.
local box = channel.new(0)
coroutine.spawn(function() box:send("sent") end)
local co = coroutine.create(function() local v = box:receive() coroutine.yield(v) return "end" end)
print(coroutine.resume(co))
print(coroutine.resume(co))
print(coroutine.status(co))
-- wrap raises an error again as it is.
local w = coroutine.wrap(function() error("inside") end)
print(pcall(function() w() end))
