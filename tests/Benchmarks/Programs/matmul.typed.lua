-- Matrix product: arrays of arrays of floats. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 250

local function matrix(n: integer, seed: integer): {{number}}
  local m: {{number}} = {}
  for i = 1, n do
    local row: {number} = {}
    for j = 1, n do
      seed = seed * 16807 % 2147483647
      row[j] = seed / 2147483647 - 0.5
    end
    m[i] = row
  end
  return m
end

local function multiply(a: {{number}}, b: {{number}}, n: integer): {{number}}
  local product: {{number}} = {}
  for i = 1, n do
    local row: {number}, ai: {number} = {}, a[i]
    for j = 1, n do
      local sum: number = 0.0
      for k = 1, n do sum = sum + ai[k] * b[k][j] end
      row[j] = sum
    end
    product[i] = row
  end
  return product
end

local function kernel(n: integer): string
  local c = multiply(matrix(n, 42), matrix(n, 77), n)
  local trace: number, total: number = 0.0, 0.0
  for i = 1, n do
    trace = trace + c[i][i]
    for j = 1, n do total = total + c[i][j] * c[i][j] end
  end
  return string.format("%.9f %.9f", trace, total)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT matmul " .. r)
print("TIME matmul " .. string.format("%.4f", t1 - t0))
