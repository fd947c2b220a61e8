local c = channel.new()
coroutine.spawn(function() print("a1") c:send(1) print("a2") end)
print("m1") print((c:receive())) print("m2")
