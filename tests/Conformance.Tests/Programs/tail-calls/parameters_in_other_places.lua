-- A function that ends in a call of itself gives its parameters other places: each has the value that it had before the call.
local function swap(n, a, b)
  if n == 0 then return a, b end
  return swap(n - 1, b, a)
end
print(swap(3, "a", "b"))

local function spread(n, a, b)
  if n == 0 then return a, b end
  return spread(n - 1, n, n)
end
print(spread(3, 5, 6))
print(spread(3.0, 5, 6))

local function rotate(n, a, b, c, ...)
  if n == 0 then return a, b, c, ... end
  return rotate(n - 1, b, c, a, a, ...)
end
print(rotate(4, 1, 2, 3))

local function gcd(a, b)
  if b == 0 then return a end
  return gcd(b, a % b)
end
print(gcd(48, 36), gcd(17, 5), gcd(7.5, 2.5))

local function fibonacci(n, a, b)
  if n == 0 then return a end
  return fibonacci(n - 1, b, a + b)
end
print(fibonacci(50, 0, 1), fibonacci(10, 0, 0.5))

local function held(n, last, fs)
  if n == 0 then return last, fs end
  fs[#fs + 1] = function() return n, last end
  return held(n - 1, n, fs)
end
local last, fs = held(3, "start", {})
print(last, fs[1](), fs[2](), fs[3]())

local function outer(list, q)
  local function inner(d, y, a, b)
    if d <= 0 then return y, a, b, q end
    q = y + a
    return inner(d - 1, d, q + list[d], d)
  end
  return inner(2, 1, 2, 3)
end
print(outer({ 1, 2, 3 }, 0))
print(outer({ 1, 2.5, 3 }, 0))
print(pcall(outer, { 1 }, 0))
