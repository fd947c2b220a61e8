-- Loops written as tail recursion.
local function sum(t, i, acc)
  i, acc = i or 1, acc or 0
  if i > #t then return acc end
  return sum(t, i + 1, acc + t[i])
end
print(sum { 1, 2, 3, 4 })
local function gcd(a, b) if b == 0 then return a end return gcd(b, a % b) end
print(gcd(1071, 462))
local function reverse(s, acc)
  if s == "" then return acc or "" end
  return reverse(s:sub(2), s:sub(1, 1) .. (acc or ""))
end
print(reverse("tail call"))
local function loop(n) if n > 0 then return loop(n - 1) end return "z", n end
print(pcall(loop, 250000))
