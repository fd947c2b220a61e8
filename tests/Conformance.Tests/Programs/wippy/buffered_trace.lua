local c = channel.new(1)
coroutine.spawn(function() for i = 1, 3 do c:send(i) print("s" .. i) end end)
for i = 1, 3 do print("r" .. c:receive()) end
