-- Producer, filter, consumer.
local function send(x) coroutine.yield(x) end
local function receive(prod) local _, v = coroutine.resume(prod) return v end
local function producer(lines) return coroutine.create(function() for _, l in ipairs(lines) do send(l) end return nil end) end
local function numbered(prod)
  return coroutine.create(function()
    for n = 1, math.huge do
      local x = receive(prod)
      if not x then return nil end
      send(string.format("%3d %s", n, x))
    end
  end)
end
local function consumer(prod)
  while true do
    local x = receive(prod)
    if not x then break end
    print(x)
  end
end
consumer(numbered(producer { "alpha", "beta", "gamma" }))
