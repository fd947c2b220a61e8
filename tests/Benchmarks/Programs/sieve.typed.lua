-- Array part: fill, store, load booleans; then integer prefix sums in an array. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 2000000

local function kernel(n: integer): string
  local count: integer, sum: integer = 0, 0
  for _ = 1, 3 do
    local flags: {boolean} = {}
    for i = 1, n do flags[i] = true end
    local i: integer = 2
    while i * i <= n do
      if flags[i] then
        for j = i * i, n, i do flags[j] = false end
      end
      i = i + 1
    end
    local primes: {integer}, np: integer = {}, 0
    for k = 2, n do
      if flags[k] then
        np = np + 1
        primes[np] = k
      end
    end
    count = np
    sum = 0
    for k = 1, #primes do sum = sum + primes[k] end
  end
  return string.format("%d %d", count, sum)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT sieve " .. r)
print("TIME sieve " .. string.format("%.4f", t1 - t0))
