-- Coroutines: resume/yield with values both ways, short-lived and long-lived. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 1500000

local create, resume, yield = coroutine.create, coroutine.resume, coroutine.yield

local function kernel(n: integer): string
  local co = create(function(a: integer)
    local sum: integer = 0
    while true do
      sum = sum + a
      a = yield(sum % 1009)
    end
  end)
  local v: integer, h: integer = 1, 0
  for i = 1, n do
    local _, r = resume(co, v)
    v = r % 13 + i % 3
    h = (h * 31 + v) % 1000000007
  end
  -- short-lived: create, three resumes, die
  local total: integer = 0
  for i = 1, n / 30 do
    local c = create(function(x: integer)
      local y: integer = yield(x + 1)
      return x + y
    end)
    local _, a = resume(c, i)
    local _, b = resume(c, a % 7)
    total = (total + b) % 1000003
  end
  return string.format("%d %d %d", v, h, total)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT pingpong " .. r)
print("TIME pingpong " .. string.format("%.4f", t1 - t0))
