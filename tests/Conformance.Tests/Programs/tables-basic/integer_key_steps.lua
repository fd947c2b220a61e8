-- Integer keys in steps of every kind: each must be found again, its neighbours not.
local function check(name, n, key)
  local t = {}
  for i = 1, n do t[key(i)] = i end
  local found, absent, sum = 0, 0, 0
  for i = 1, n do
    if t[key(i)] == i then found = found + 1 end
    if t[key(i) + 0.5] == nil then absent = absent + 1 end
  end
  for k, v in pairs(t) do
    if key(v) == k then sum = sum + v end
  end
  -- every other one goes, and comes back
  for i = 1, n, 2 do t[key(i)] = nil end
  local left = 0
  for _ in pairs(t) do left = left + 1 end
  for i = n, 1, -1 do t[key(i)] = t[key(i)] or -i end
  local back = 0
  for i = 1, n do back = back + t[key(i)] end
  print(name, found, absent, sum, left, back)
end

for _, step in ipairs { 1, 2, 3, 5, 7, 16, 100, 127, 255, 256, 1000, 1019, 1024, 4096, 65531, 65536, 1000003, 1 << 20, 1 << 32, (1 << 32) + 1, 1 << 52 } do
  check("step " .. step, 300, function(i) return i * step end)
  check("back " .. step, 300, function(i) return 1000 - i * step end)
end
for _, width in ipairs { 10, 64, 1000, 1024, 65536, 1 << 32 } do
  check("grid " .. width, 400, function(i) return (i // 20) * width + i % 20 end)
  check("around " .. width, 400, function(i) return (i // 20 - 10) * width + i % 20 - 10 end)
end
check("ends", 64, function(i) return i % 2 == 0 and math.maxinteger - i or math.mininteger + i end)
check("bits", 63, function(i) return 1 << i end)

-- floats that are integers are the same keys
local t = {}
for i = 1, 100 do t[i * 1e9] = i end
local same = 0
for i = 1, 100 do if t[i * 1000000000] == i then same = same + 1 end end
print(same, t[2^53], t[1e9 + 0.5])

-- a queue that moves through its table, a memo that grows
local queue, first, last, taken = {}, 1, 0, 0
for i = 1, 3000 do
  last = last + 1
  queue[last] = i
  if i % 3 ~= 0 then
    taken = taken + queue[first]
    queue[first] = nil
    first = first + 1
  end
end
print(first, last, taken, queue[first], queue[last], queue[first - 1], queue[last + 1])

local memo = {}
local function collatz(n)
  if n == 1 then return 0 end
  local known = memo[n]
  if known then return known end
  known = 1 + collatz(n % 2 == 0 and n // 2 or 3 * n + 1)
  memo[n] = known
  return known
end
local longest = 0
for i = 1, 2000 do longest = math.max(longest, collatz(i)) end
print(longest, memo[27], memo[1])
