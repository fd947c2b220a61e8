-- An uncaught error in any task ends the instance (spec/lua.md section 7).
local never = channel.new(0)
coroutine.spawn(function()
  print("task starts")
  coroutine.yield()
  error("task failed")
end)
print(pcall(function() never:receive() end))
print("not reached")
