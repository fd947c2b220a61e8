-- Numeric for: start, limit, step.
local function collect(a, b, c)
  local t = {}
  if c then for i = a, b, c do t[#t + 1] = i end
  else for i = a, b do t[#t + 1] = i end end
  return #t .. ": " .. table.concat(t, " ")
end
print(collect(1, 5))
print(collect(5, 1))
print(collect(5, 1, -1))
print(collect(1, 10, 3))
print(collect(10, 1, -4))
print(collect(0, 0))
print(collect(-2, 2))
print(collect(1, 0, 1), collect(0, 1, -1))
print(collect(3, 3, -5))
