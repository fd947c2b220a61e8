-- Integer arithmetic in loops: generator, gcd, trial division. All values < 2^53. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 5000000

local function gcd(a: integer, b: integer): integer
  while b ~= 0 do
    a, b = b, a % b
  end
  return a
end

local function kernel(n: integer): string
  local seed: integer, acc: integer = 42, 0
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    if seed % 3 == 0 then
      acc = acc + i
    else
      acc = acc - seed % 7
    end
  end
  local g: integer = 0
  for a = 1, 500 do
    for b = a, 500 do
      g = g + gcd(a, b)
    end
  end
  -- primes by trial division
  local s: integer, i: integer = 0, 3
  repeat
    local prime: boolean, j: integer = true, 3
    while j * j <= i do
      if i % j == 0 then
        prime = false
        break
      end
      j = j + 2
    end
    if prime then s = s + i end
    i = i + 2
  until i >= 100000
  return string.format("%d %d %d %d", seed, acc, g, s)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT intloop " .. r)
print("TIME intloop " .. string.format("%.4f", t1 - t0))
