-- Newton, bisection and series with floats.
local function sqrt(x)
  local g = x / 2
  for _ = 1, 40 do g = (g + x / g) / 2 end
  return g
end
print(sqrt(2), sqrt(9), sqrt(144))
local function bisect(f, lo, hi)
  for _ = 1, 60 do
    local mid = (lo + hi) / 2
    if f(lo) * f(mid) <= 0 then hi = mid else lo = mid end
  end
  return (lo + hi) / 2
end
print(string.format("%.10f", bisect(function(x) return x * x * x - x - 2 end, 1, 2)))
local e, term = 1, 1
for i = 1, 20 do term = term / i e = e + term end
print(string.format("%.12f", e))
local pi = 0
for k = 0, 10 do
  pi = pi + (1 / 16 ^ k) * (4 / (8 * k + 1) - 2 / (8 * k + 4) - 1 / (8 * k + 5) - 1 / (8 * k + 6))
end
print(string.format("%.12f", pi))
