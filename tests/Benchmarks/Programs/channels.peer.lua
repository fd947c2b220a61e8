-- The pipeline of channels.lua as coroutines, for hosts without channels.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 300000

local function kernel(n)
  local numbers = coroutine.wrap(function()
    for i = 1, n do coroutine.yield(i) end
  end)
  local squares = coroutine.wrap(function()
    while true do
      local v = numbers()
      if not v then break end
      coroutine.yield(v * v % 1009)
    end
  end)
  local h = 0
  while true do
    local v = squares()
    if not v then break end
    h = (h * 31 + v) % 1000000007
  end
  return string.format("%d", h)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT channels " .. r)
print("TIME channels " .. string.format("%.4f", t1 - t0))
