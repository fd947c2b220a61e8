-- Pure float locals, no tables, no calls in the inner loop. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 400

local function kernel(n: integer): string
  local inside: integer, steps: integer = 0, 0
  for py = 0, n - 1 do
    local ci: number = 2.0 * py / n - 1.0
    for px = 0, n - 1 do
      local cr: number = 2.0 * px / n - 1.5
      local zr: number, zi: number, zr2: number, zi2: number = 0.0, 0.0, 0.0, 0.0
      local k: integer = 0
      while k < 100 and zr2 + zi2 <= 4.0 do
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
        zr2 = zr * zr
        zi2 = zi * zi
        k = k + 1
      end
      steps = steps + k
      if k == 100 then inside = inside + 1 end
    end
  end
  return string.format("%d %d", inside, steps)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT mandelbrot " .. r)
print("TIME mandelbrot " .. string.format("%.4f", t1 - t0))
