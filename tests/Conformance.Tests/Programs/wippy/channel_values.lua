-- Values of channels where two results are used: buffered, handed over, closed; then the cases of a select.
local ch = channel.new(2)
ch:send("a")
ch:send(nil)
local v, ok = ch:receive()
print(v, ok)
v, ok = ch:receive()
print(v, ok)
coroutine.spawn(function()
  for i = 1, 3 do ch:send({ i }) end
  ch:close()
end)
while true do
  local value, more = ch:receive()
  if not more then print(value, more) break end
  print(value[1], more)
end

local results = channel.new(0)
for k = 1, 3 do
  coroutine.spawn(function()
    local got, fine = results:receive()
    print("receiver", k, got, fine)
  end)
end
results:send(1)
results:send(2)
results:close()
coroutine.yield()

-- inside a coroutine the whole task waits
local handed = channel.new(0)
coroutine.spawn(function()
  for i = 1, 4 do handed:send(i * i) end
end)
local squares = coroutine.wrap(function()
  for _ = 1, 2 do
    local first, sure = handed:receive()
    coroutine.yield(first, sure)
    coroutine.yield(handed:receive())
  end
end)
for square, sure in squares do print(square, sure) end

local a, b = channel.new(0), channel.new(1)
local r = channel.select({ a:case_receive(), b:case_receive(), default = true })
print(r.default, r.ok, r.value)
r = channel.select({ a:case_send(1), b:case_send(nil) })
print(r.channel == b, r.value, r.ok)
for key in pairs(r) do print(key) end
r.value = "added"
for key in pairs(r) do print(key) end
r = channel.select({ a:case_receive(), b:case_receive() })
print(r.channel == b, r.value, r.ok)
coroutine.spawn(function()
  local s = channel.select({ b:case_receive(), a:case_receive() })
  print(s.channel == a, s.value, s.ok)
  s = channel.select({ a:case_send("x"), a:case_send("y"), b:case_receive() })
  print(s.channel == a, s.value, s.ok)
  s = channel.select({ a:case_receive(), b:case_receive() })
  print(s.channel == b, s.value, s.ok)
end)
a:send("handed")
print((a:receive()))
b:close()
coroutine.yield()
print(select("#", b:receive()))
