-- Long loops of the outermost block, with values that change their types on the way, and errors that name variables.
local limit = 2000

local sum, count = 0, 0
for i = 1, limit do
  sum = sum + i
  if i % 3 == 0 then count = count + 1 end
end
print(sum, count)

-- an integer that becomes a float
local x = 1
for i = 1, limit do
  x = x + (i == 1500 and 0.5 or 1)
end
print(x, math.type(x))

-- a list that gets a string
local list = {}
for i = 1, limit do list[i] = i * 2 end
list[1000] = "7"
local total = 0
for i = 1, #list do total = total + list[i] end
print(total)

-- what is not there
local rows = {}
for y = 1, 50 do
  rows[y] = {}
  for x = 1, 50 do rows[y][x] = x * y end
end
rows[40] = nil
local good, problem = pcall(function()
  local s = 0
  for y = 1, 50 do
    for x = 1, 50 do s = s + rows[y][x] end
  end
  return s
end)
print(good, (problem:gsub("^.-:%d+: ", "")))

-- nested loops, break, goto and loops inside other statements
local found
do
  local seen = {}
  for i = 1, limit do
    for j = i, limit do
      if (i * 31 + j * 17) % 1009 == 1008 then goto continue end
      if i * j == 1517 and not seen[i] then seen[i] = j end
      if i > 41 then break end
      ::continue::
    end
    if i > 45 then break end
  end
  found = seen
end
print(found[1], found[37], found[41])

if limit > 5 then
  local n = 27
  local steps = 0
  while n ~= 1 do
    if n % 2 == 0 then n = n // 2 else n = 3 * n + 1 end
    steps = steps + 1
  end
  print("steps", steps)
  repeat
    local again = steps - 1
    steps = again
  until again < 100
  print("steps", steps)
end

-- functions that loops call, and variables that functions share with loops
local calls = 0
local function twice(v) calls = calls + 1 return v * 2 end
local doubled = 0
for i = 1, limit do doubled = doubled + twice(i) end
print(doubled, calls)

local shared = 0
local function add(v) shared = shared + v end
for i = 1, limit do
  add(i)
  shared = shared - 1
end
print(shared)

local factor = 3
local function scaled(v) return v * factor end
local product = 0
for i = 1, limit do product = product + scaled(i) - factor end
print(product)

-- an integer that becomes a float in the middle, and one that stays
local n = 0
local f = 0
for i = 1, limit do
  local k = i
  n = n + k / 2
  f = f + k
end
print(n, f, math.type(f))

-- variables of one name
local v = 1
for i = 1, limit do
  local v = v + i
  v = v * 2
end
print(v)
for v = 1, limit do count = count + v end
print(v, count)

-- pairs and ipairs
local keys = 0
for k, e in pairs({ a = 1, b = 2, 3, 4 }) do keys = keys + e end
for i, e in ipairs(list) do keys = keys + i end
print(keys)

-- nothing assigned before
local last
for i = 1, limit do last = i end
print(last)
local never
for i = 1, 0 do never = i end
print(never)
for i = 1, limit do if i == 1200 then first = i end end
print(first)

-- several results of calls at once, of which one has another type
local function half(v) if v % 2 == 0 then return v // 2 end return v / 2 end
local function halves(from)
  local s = 0
  for i = from, from + 20, 2 do
    local a, b, c = half(i), half(i + 2), half(i + 4)
    s = s + a * b - c
  end
  return s, half(from)
end
print(halves(2))
print(halves(3))

-- the error names the variable as it is there
local missing
for i = 1, limit do
  if i == 1300 then sum = sum + missing.x end
end
