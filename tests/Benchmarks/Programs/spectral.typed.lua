-- Spectral norm: float loops over arrays, small function calls. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 330

local function a(i: integer, j: integer): number
  local ij: integer = i + j - 1
  return 1.0 / (ij * (ij - 1) * 0.5 + i)
end

local function av(n: integer, x: {number}, y: {number})
  for i = 1, n do
    local s: number = 0.0
    for j = 1, n do s = s + x[j] * a(i, j) end
    y[i] = s
  end
end

local function atv(n: integer, x: {number}, y: {number})
  for i = 1, n do
    local s: number = 0.0
    for j = 1, n do s = s + x[j] * a(j, i) end
    y[i] = s
  end
end

local function kernel(n: integer): string
  local u: {number}, v: {number}, t: {number} = {}, {}, {}
  for i = 1, n do u[i] = 1.0 end
  for _ = 1, 10 do
    av(n, u, t)
    atv(n, t, v)
    av(n, v, t)
    atv(n, t, u)
  end
  local vbv: number, vv: number = 0.0, 0.0
  for i = 1, n do
    vbv = vbv + u[i] * v[i]
    vv = vv + v[i] * v[i]
  end
  return string.format("%.9f", math.sqrt(vbv / vv))
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT spectral " .. r)
print("TIME spectral " .. string.format("%.4f", t1 - t0))
