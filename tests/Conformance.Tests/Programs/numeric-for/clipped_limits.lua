-- Integer loops near the ends of the integer range, and limits clipped to integers.
local max, min = math.maxinteger, math.mininteger
local function count(a, b, c)
  local n, last = 0, nil
  for i = a, b, c do
    n = n + 1
    last = i
    if n > 10 then break end
  end
  return n, last
end
print(count(max - 5, max - 1, 1))
print(count(max - 9, max - 3, 3))
print(count(min + 5, min + 1, -1))
print(count(1, 3.7, 1))
print(count(-1, -3.7, -1))
print(count(1, 3.0, 1))
print(count(-3, -1.5, 1))
print(count(3, -math.huge, 1))
print(count(3, math.huge, -1))
print(count(max, min, 1))
print(count(min, max, -1))
print(count(3, 1e300, 1))
print(count(3, -1e300, -1))
print(count(3, -1e300, 1))
print(count(3, 1e300, -1))
