-- Recursive calls and integer add/compare/sub. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 33

local function fib(n: integer): integer
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local t0 = clock()
local r = fib(N)
local t1 = clock()
print("RESULT fib " .. string.format("%d", r))
print("TIME fib " .. string.format("%.4f", t1 - t0))
