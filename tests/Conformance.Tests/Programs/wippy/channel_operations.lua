-- send and receive in every position of a call, and as values.
local ch = channel.new(2)
print(ch:send(1), (ch:send(nil)))
local v, ok = ch:receive()
print(v, ok, ch:receive())
print(ch:send("a", "extra"))
local only = ch:receive("ignored")
print(only)
local send, receive = ch.send, ch.receive
print(send == channel.new().send, send(ch, "by value"), receive(ch))
print(pcall(send, 5, 1))
print(pcall(receive))
print(pcall(function() local text = "x" return text.send end))
print(pcall(function() ch:sent(1) end))

-- Errors of the argument come before the send, those of the object before the argument.
print(pcall(function() ch:send(nil + 1) end), ch:send("kept"))
print((pcall(function() ch.none:send(error("not evaluated")) end)))
print(ch:receive())

-- Handed over, both sides.
local hand = channel.new()
coroutine.spawn(function()
  for i = 1, 3 do
    local sent = hand:send(i)
    print("sent", sent)
  end
  local a, b = hand:send("closed meanwhile")
  print(a, b and b:message())
  print(pcall(function() hand:send(1) end))
end)
for i = 1, 3 do
  local value, more = hand:receive()
  print("got", value, more)
end
coroutine.yield()
hand:close()
local value, more = hand:receive()
print(value, more, (hand:receive()))
coroutine.yield()

-- Within expressions, conditions, arguments and tail calls.
local buffered = channel.new(4)
for i = 1, 4 do buffered:send(i) end
print(buffered:receive() + buffered:receive() * 10, buffered:receive() == 3 and buffered:receive() or "none")
coroutine.spawn(function() buffered:send(5) buffered:send(6) buffered:close() end)
local function take(c) return c:receive() end
print(take(buffered))
print(take(buffered))
while true do
  local rest, has = buffered:receive()
  if not has then print("drained", rest) break end
end

-- An object that looks like a channel, between channels.
local fake = { log = {} }
function fake:send(x) self.log[#self.log + 1] = x return "fake" end
function fake:receive() return table.remove(self.log, 1), "fake" end
local both = channel.new(8)
for i = 1, 6 do
  local target = i % 2 == 0 and fake or both
  print(target:send(i))
end
for i = 1, 6 do
  local source = i % 2 == 0 and fake or both
  local got, kind = source:receive()
  print(got, kind)
end
