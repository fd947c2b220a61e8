-- The control variable is a copy, fresh in each iteration.
for i = 1, 3 do
  local before = i
  i = i * 10
  print(before, i)
end
local fs = {}
for i = 1, 3 do fs[i] = function() i = i + 100 return i end end
print(fs[1](), fs[1](), fs[2](), fs[3]())
local i = "outer"
for i = 1, 1 do print(i) end
print(i)
local limit = 3
for j = 1, limit do limit = 1 last_j = j end
print(last_j, limit)
