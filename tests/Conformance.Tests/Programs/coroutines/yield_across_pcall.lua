-- Yielding inside pcall and xpcall bodies.
local co = coroutine.create(function()
  print("pcall", pcall(function()
    local x = coroutine.yield("from pcall")
    error("after " .. x, 0)
  end))
  print("xpcall", xpcall(function(a)
    local x = coroutine.yield("from xpcall " .. a)
    return x, "ok"
  end, print, "arg"))
  print("nested", pcall(pcall, function() coroutine.yield("nested") error("deep", 0) end))
  return "end"
end)
print(coroutine.resume(co))
print(coroutine.resume(co, "resume"))
print(coroutine.resume(co, "value"))
print(coroutine.resume(co))
