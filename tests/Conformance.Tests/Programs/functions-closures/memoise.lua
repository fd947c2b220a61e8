-- Memoisation by closures and tables.
local calls = 0
local function memoise(f)
  local cache = {}
  return function(x)
    local v = cache[x]
    if v == nil then v = f(x) cache[x] = v end
    return v
  end
end
local fib
fib = memoise(function(n)
  calls = calls + 1
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end)
print(fib(80), calls)
print(fib(80), calls)
local sq = memoise(function(x) calls = calls + 1 return x * x end)
calls = 0
print(sq(3), sq(3), sq(3.0), calls)
