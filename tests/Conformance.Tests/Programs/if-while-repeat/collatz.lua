-- Loops with several exits.
local function steps(n)
  local c = 0
  while n ~= 1 do
    if n % 2 == 0 then n = n // 2 else n = 3 * n + 1 end
    c = c + 1
  end
  return c
end
local best, at = 0, 0
for i = 1, 100 do
  local s = steps(i)
  if s > best then best, at = s, i end
end
print(best, at, steps(1), steps(27))
local function first_divisor(n)
  local d = 2
  repeat
    if n % d == 0 then return d end
    d = d + 1
  until d * d > n
  return n
end
print(first_divisor(91), first_divisor(97), first_divisor(4))
