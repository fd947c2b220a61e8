-- Sieve of Eratosthenes, factorisation, prime tests.
local function sieve(n)
  local composite, primes = {}, {}
  for i = 2, n do
    if not composite[i] then
      primes[#primes + 1] = i
      for j = i * i, n, i do composite[j] = true end
    end
  end
  return primes
end
local p = sieve(100)
print(#p, table.concat(p, " "))
print(#sieve(10000))
local function factors(n)
  local f, d = {}, 2
  while n > 1 do
    while n % d == 0 do f[#f + 1] = d n = n // d end
    d = d + 1
    if d * d > n and n > 1 then f[#f + 1] = n break end
  end
  return table.concat(f, "*")
end
print(factors(360), factors(97), factors(1001), factors(2^20 | 0))
