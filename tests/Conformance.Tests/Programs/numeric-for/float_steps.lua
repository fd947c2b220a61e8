-- Float loops.
local function collect(a, b, c)
  local t = {}
  for i = a, b, c do t[#t + 1] = i end
  return #t .. ": " .. table.concat(t, " ")
end
print(collect(0, 1, 0.25))
print(collect(1, 0, -0.5))
print(collect(1.0, 3, 1))
print(collect(1, 3, 1.0))
print(collect(1, 3.9, 1))
print(collect(0.5, 3, 1))
print(collect(1, 2, 0.3))
print(collect(0, 1, 0.1))
for i = 1.0, 2 do print(i, math.type(i)) end
for i = 1, 2.9 do print(i, math.type(i)) end
