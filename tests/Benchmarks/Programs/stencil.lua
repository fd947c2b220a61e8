-- Heat on a plate: two grids of floats that take turns, neighbours in all directions.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 200

local function grid(n)
  local rows = {}
  for i = 1, n do
    rows[i] = {}
    for j = 1, n do rows[i][j] = (i == 1 or j == n) and 100.0 or 0.0 end
  end
  return rows
end

local function relax(from, to, n)
  local change = 0.0
  for i = 2, n - 1 do
    for j = 2, n - 1 do
      local value = (from[i - 1][j] + from[i + 1][j] + from[i][j - 1] + from[i][j + 1]) * 0.25
      change = change + math.abs(value - from[i][j])
      to[i][j] = value
    end
  end
  return change
end

local function kernel(n)
  local a, b = grid(n), grid(n)
  local change = 0.0
  for _ = 1, 60 do
    change = relax(a, b, n)
    a, b = b, a
  end
  return string.format("%.9f %.9f", change, a[2][n - 1])
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT stencil " .. r)
print("TIME stencil " .. string.format("%.4f", t1 - t0))
