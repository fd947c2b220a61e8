-- Handlers of an overflow that wait, one behind the other: what happens meanwhile, and afterwards, is no error in error handling.
local function loop(x) return 1 + loop(x) end
local function overflow()
  local _, e = pcall(loop, 1)
  return string.find(e, "stack overflow") and "stack overflow" or e
end
local a, b, done = channel.new(), channel.new(), channel.new()
local function task(name, ch)
  coroutine.spawn(function()
    print(name, xpcall(loop, function() return "handled " .. ch:receive() end, 1))
    done:send(true)
  end)
end
task("a", a)
task("b", b)
print("meanwhile", overflow())
a:send(1)
done:receive()
b:send(2)
done:receive()
print("afterwards", overflow())
