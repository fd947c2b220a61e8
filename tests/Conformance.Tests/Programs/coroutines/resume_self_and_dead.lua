-- Resuming running, normal and dead coroutines.
local co
co = coroutine.create(function()
  print("self", coroutine.resume(co))
  local inner = coroutine.create(function() print("normal", coroutine.resume(co)) end)
  coroutine.resume(inner)
  return "end"
end)
print(coroutine.resume(co))
print(coroutine.resume(co))
local function try(f) print(select(2, pcall(f))) end
try(function() coroutine.resume(nil) end)
try(function() coroutine.create("x") end)
try(function() coroutine.status(5) end)
