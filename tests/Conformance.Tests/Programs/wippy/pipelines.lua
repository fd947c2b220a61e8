-- Tasks that wait on one another, more of them than go on waiting on one stack (spec/modules.md section 2.1).
-- A sieve: each prime is a task that hands on what it does not divide.
local function filter(input, prime)
  local out = channel.new(0)
  coroutine.spawn(function()
    for n in input:iter() do
      if n % prime ~= 0 then out:send(n) end
    end
    out:close()
  end)
  return out
end

local source = channel.new(0)
coroutine.spawn(function()
  for n = 2, 120 do source:send(n) end
  source:close()
end)
local numbers = source
local primes = {}
while true do
  local prime, ok = numbers:receive()
  if not ok then break end
  primes[#primes + 1] = prime
  numbers = filter(numbers, prime)
end
print(table.concat(primes, " "))

-- Who waits is suspended for the others, whether it waits in a task or in a coroutine inside one.
local box = channel.new(0)
local waiting = coroutine.spawn(function()
  local inner = coroutine.create(function() return box:receive() end)
  print("inner", coroutine.resume(inner))
  print("inner is", coroutine.status(inner))
  print("yields", pcall(string.gsub, "x", "x", function() box:receive() end))
  return box:receive()
end)
print(coroutine.status(waiting), coroutine.status((coroutine.running())))
coroutine.spawn(function() print("seen from another", coroutine.status(waiting)) end)
box:send("first")
coroutine.yield()
print(coroutine.status(waiting))
box:send("second")
coroutine.yield()
print(coroutine.status(waiting))

-- A task that waits deep inside its calls goes on there.
local deep, answers = channel.new(0), channel.new(4)
local function descend(n)
  if n == 0 then return (deep:receive()) end
  return 1 + descend(n - 1)
end
for i = 1, 4 do coroutine.spawn(function() answers:send(descend(i * 2000)) end) end
for i = 1, 4 do deep:send(i) end
for i = 1, 4 do print((answers:receive())) end

-- The end of a channel while several wait, on both sides.
local crowd = channel.new(0)
local ended = {}
for i = 1, 12 do
  coroutine.spawn(function()
    local value, ok = crowd:receive()
    ended[#ended + 1] = i .. ":" .. tostring(value) .. ":" .. tostring(ok)
  end)
end
crowd:send("one")
crowd:close()
print(table.concat(ended, " "))
local full = channel.new(0)
for i = 1, 3 do
  coroutine.spawn(function()
    local sent, err = full:send(i)
    print("send", i, sent, err)
  end)
end
print("close", select("#", full:close()))

-- A select waits like a receive; what wakes it may be sent from a task above or below it.
local left, right = channel.new(0), channel.new(0)
coroutine.spawn(function() for i = 1, 3 do left:send("l" .. i) right:send("r" .. i) end left:close() end)
local got = {}
while true do
  local result = channel.select{ left:case_receive(), right:case_receive() }
  if not result.ok then break end
  got[#got + 1] = result.value
end
print(table.concat(got, " "))

-- The end of the main task ends the others, wherever they wait.
local never = channel.new(0)
for i = 1, 3 do coroutine.spawn(function() never:receive() print("never") end) end
coroutine.spawn(function() never:close() print("nor this") end)
coroutine.yield()
print("end")
