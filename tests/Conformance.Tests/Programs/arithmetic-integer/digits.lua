-- Digit manipulation with // and %.
local function digits(n)
  local t = {}
  repeat
    table.insert(t, 1, n % 10)
    n = n // 10
  until n == 0
  return table.concat(t, ",")
end
print(digits(0), digits(7), digits(12345), digits(math.maxinteger))
local function reverse(n)
  local r = 0
  while n > 0 do r, n = r * 10 + n % 10, n // 10 end
  return r
end
print(reverse(12345), reverse(100), reverse(9))
local function gcd(a, b) while b ~= 0 do a, b = b, a % b end return a end
print(gcd(48, 36), gcd(17, 5), gcd(0, 9), gcd(1071, 462))
local function powmod(b, e, m)
  local r = 1
  b = b % m
  while e > 0 do
    if e % 2 == 1 then r = r * b % m end
    b, e = b * b % m, e // 2
  end
  return r
end
print(powmod(2, 10, 1000), powmod(3, 200, 1000007), powmod(7, 0, 13))
