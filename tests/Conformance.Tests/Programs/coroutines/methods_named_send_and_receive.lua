-- Methods with the names of those of channels, on everything that is no channel.
local Queue = {}
Queue.__index = Queue

function Queue:send(value)
  self[#self + 1] = value
  return #self, "second"
end

local waits = setmetatable({}, { __index = { name = "waits" } })
function waits:send(...)
  return coroutine.yield("send", self.name, ...)
end
function waits:receive(...)
  return coroutine.yield("receive", self.name, select("#", ...))
end

local function order(name)
  print("evaluated", name)
  return name
end

local co = coroutine.create(function(nothing)
  local queue = setmetatable({}, Queue)
  for i = 1, 3 do queue:send(i * i) end
  print(#queue, queue[3], queue:send("last"), (queue:send("very last")))
  local a, b = queue:send(nil)
  print(a, b)
  print(pcall(function() local v = queue:receive() return v end))
  function Queue:receive()
    return table.remove(self, 1), #self
  end
  local v, ok = queue:receive()
  print(v, ok, (queue:receive()))

  local sent = waits:send(1)
  print(sent, waits:send(2), waits:send())
  waits:send(3, 4)
  local x, y = waits:receive()
  print(x, y)
  x = waits:receive()
  print(x, (waits:receive(1)))
  waits:receive()
  for i = 1, 2 do
    local value, more = waits:receive()
    if not more then break end
    print(i, value, more)
  end

  print(pcall(function() nothing:send(order("a")) end))
  print(pcall(function() local r = nothing:receive() return r end))
  print(pcall(function() local text = "text" text:send(order("b")) end))
  print(pcall(function() local text = "text" local r, s = text:receive() return r, s end))
  print(pcall(function() local n = 5 n:send(order("c")) end))
  print(pcall(function() queue.none:send(order("d")) end))
  print(pcall(function() queue.send:send(order("e")) end))
  queue.send = setmetatable({}, { __call = function(_, self, value) return self == queue, value, coroutine.yield("called") end })
  local first, second = queue:send(order("f"))
  print(first, second, queue:send("g"))
  queue.send = "text"
  print(pcall(function() local r = queue:send(order("h")) return r end))
  queue.send = nil
  print(queue:send("i"))
end)

local n = 0
while coroutine.status(co) ~= "dead" do
  print(coroutine.resume(co, n > 0 and n or nil, n > 0 and n % 5 ~= 0 or nil))
  n = n + 1
end
