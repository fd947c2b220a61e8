-- Generators: ranges, primes, fibonacci, filters chained.
local function gen(f) return coroutine.wrap(f) end
local function range(a, b) return gen(function() for i = a, b do coroutine.yield(i) end end) end
local function filter(p, g) return gen(function() for v in g do if p(v) then coroutine.yield(v) end end end) end
local function map(f, g) return gen(function() for v in g do coroutine.yield(f(v)) end end) end
local function take(n, g) return gen(function() for i = 1, n do local v = g() if v == nil then return end coroutine.yield(v) end end) end
local out = {}
for v in take(5, map(function(x) return x * x end, filter(function(x) return x % 2 == 0 end, range(1, 1000)))) do out[#out + 1] = v end
print(table.concat(out, " "))
local function sieve()
  return gen(function()
    local g = range(2, 1000)
    while true do
      local p = g()
      coroutine.yield(p)
      local prev = g
      g = filter(function(x) return x % p ~= 0 end, prev)
    end
  end)
end
local ps, s = {}, sieve()
for i = 1, 12 do ps[i] = s() end
print(table.concat(ps, " "))
local fib = gen(function() local a, b = 0, 1 while true do coroutine.yield(a) a, b = b, a + b end end)
local fs = {} for i = 1, 12 do fs[i] = fib() end
print(table.concat(fs, " "))
