-- Loops over lists that call functions: some only compute, others change what the loop has found before.

local function weight(i, j)
  local ij = i + j - 1
  return 1.0 / (ij * (ij - 1) * 0.5 + i)
end

local function dot(x, n)
  local s = 0.0
  for j = 1, n do s = s + x[j] * weight(n, j) end
  return s
end

local xs = {}
for i = 1, 10 do xs[i] = i * 0.5 end
print(string.format("%.6f", dot(xs, 10)))

-- a list that ends before the loop does, has holes, or other values
print(pcall(dot, xs, 11))
local holes = { 1.0, 2.0, nil, 4.0 }
print(pcall(dot, holes, 4))
print(string.format("%.6f", dot({ 1.0, 2, 3.5, 4 }, 4)))
print(string.format("%.6f", dot({ 1.0, "2", 3.5 }, 3)))
print(string.format("%.6f", dot(setmetatable({ 1.0 }, { __index = function(_, k) return k * 2.0 end }), 4)))

-- recursion, loops and branches inside
local function gcd(a, b)
  if b == 0 then return a end
  return gcd(b, a % b)
end

local function tak(x, y, z)
  if y >= x then return z end
  return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
end

local function collatz(n)
  local steps = 0
  while n ~= 1 do
    if n % 2 == 0 then n = n // 2 else n = 3 * n + 1 end
    steps = steps + 1
  end
  return steps
end

local function is_even(n) if n == 0 then return true end return is_odd_of(n) end
function is_odd_of(n) return n % 2 == 0 end

local function sums(list, n)
  local g, t, c, e = 0, 0, 0, 0
  for i = 1, n do
    g = g + gcd(list[i], 12)
    t = t + tak(list[i] % 7, 3, 1)
    c = c + collatz(list[i])
    if is_even(list[i]) then e = e + 1 end
  end
  return g, t, c, e
end

local ints = {}
for i = 1, 40 do ints[i] = i * 3 end
print(sums(ints, 40))
ints[20] = 7.0
print(sums(ints, 40))
print(pcall(sums, ints, 41))

-- a function that fails in the middle of the loop: what was stored before stays
local function ratio(a, b) return a // b end
local function divide(list, n, by)
  for i = 1, n do list[i] = ratio(list[i], by - i) end
end
local numbers = { 10, 20, 30, 40, 50 }
print(pcall(divide, numbers, 5, 4))
print(table.concat(numbers, " "))
print(pcall(divide, numbers, 5, 4.5))
print(table.concat(numbers, " "))

-- functions that do more than compute: a list replaced, shortened, given a metatable, a variable assigned
local data = { 1.5, 2.5, 3.5, 4.5 }
local calls = 0
local function count(x) calls = calls + 1 return x * 2 end
local function shorten(x) data[#data] = nil return x end
local function replace(x) data = { x, x, x, x } return x end
local function total(f, n)
  local s = 0.0
  for i = 1, n do
    if f == 1 then s = s + data[i] * count(i)
    elseif f == 2 then s = s + (data[i] or 100) * shorten(i)
    else s = s + data[i] * replace(i) end
  end
  return s
end
print(total(1, 4), calls)
print(total(2, 4), #data)
data = { 1.5, 2.5, 3.5, 4.5 }
print(total(3, 4), data[1], data[4])

local function watched(list, n)
  local s = 0
  local function peek(i)
    if i == 3 then list[4] = 1000 end
    return i
  end
  for i = 1, n do s = s + list[i] * peek(i) end
  return s
end
print(watched({ 1, 2, 3, 4, 5 }, 5))

-- a function that reads a list itself, and finds something else there than it expects
local weights = { 1, 2, 3, 4 }
local function weigh(i) return weights[i] * 2 end
local function weighed(list, n)
  local s = 0
  for i = 1, n do s = s + list[i] * weigh(i) end
  return s
end
print(weighed({ 5, 6, 7, 8 }, 4))
weights = setmetatable({ 1, 2 }, { __index = function(t, k) t[k] = k * 100 return k * 10 end })
print(weighed({ 5, 6, 7, 8 }, 4), weights[3], weights[4])
weights = { 1, "2", 3.5, 4 }
print(weighed({ 5, 6, 7, 8 }, 4))

-- operators with metamethods inside a function that computes for numbers
local log = {}
local V = setmetatable({}, { __mul = function(a, b) log[#log + 1] = type(a) .. type(b) return 2 end })
local function times(a, b) return a * b end
local function scaled(list, n, by)
  local s = 0
  for i = 1, n do
    s = s + times(list[i], by)
    list[i] = s
  end
  return s
end
print(scaled({ 1, 2, 3 }, 3, 2))
print(scaled({ 1, V, 3 }, 3, 2), table.concat(log, " "))
print(pcall(scaled, { 1, 2, 3 }, 3, {}))

-- the value of a call beside an element that is read after it
local function shifted(list, n)
  local s = 0
  for i = 1, n do s = gcd(s, list[i]) * 2 + list[i] + gcd(list[i], list[n - i + 1]) end
  return s
end
print(shifted({ 3, 6, 9, 12 }, 4))
print(pcall(shifted, { 3, 6, 9, 0.5 }, 4))
print(pcall(shifted, { 3, 6, {}, 12 }, 4))

-- jumps out of such a loop, and numbers that go on behind it
local function first_above(list, n, limit)
  local s = 0.0
  for i = 1, n do
    s = s + list[i] * weight(i, i)
    if s > limit then return i, s end
    if list[i] < 0 then break end
  end
  return nil, s
end
print(first_above({ 1.0, 2.0, 3.0, 4.0 }, 4, 1.5))
print(first_above({ 1.0, -2.0, 3.0, 4.0 }, 4, 100))
print(first_above({ 1.0, 2.0, 3.0, 4.0 }, 4, 100))
