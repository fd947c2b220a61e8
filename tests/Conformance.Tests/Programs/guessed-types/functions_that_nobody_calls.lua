-- What only code that never runs would assign does not count, in no form of a function.
local count, last = 1, 2.5
local state = {}

local function unused(a, b, c)
  state.y = a
  count = a
  count = (c | 7)
  last = b
  return (count | 7)
end

local function unusedRecursive(a, n)
  local t = {}
  for i = 1, n do
    t[i] = a * i
    count = a
    last = t[i]
  end
  if count then unusedRecursive(t[1], n - 1) end
  return t
end

local function used(n)
  local sum = 0
  for i = 1, n do
    count = count + i
    last = last * 2
    sum = sum + count
  end
  return sum, last
end

print(used(3))
print(count, last, state.y)
print(used(0), used(2.0))
