-- Two tasks and two channels: one unbuffered, one buffered.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 300000

local function kernel(n)
  local numbers, squares = channel.new(0), channel.new(16)
  coroutine.spawn(function()
    for i = 1, n do numbers:send(i) end
    numbers:close()
  end)
  coroutine.spawn(function()
    while true do
      local v, ok = numbers:receive()
      if not ok then break end
      squares:send(v * v % 1009)
    end
    squares:close()
  end)
  local h = 0
  while true do
    local v, ok = squares:receive()
    if not ok then break end
    h = (h * 31 + v) % 1000000007
  end
  return string.format("%d", h)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT channels " .. r)
print("TIME channels " .. string.format("%.4f", t1 - t0))
