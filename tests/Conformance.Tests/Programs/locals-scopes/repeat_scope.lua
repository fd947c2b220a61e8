-- The condition of repeat sees the locals of its body.
local i = 0
repeat
  local done = i >= 2
  i = i + 1
until done
print(i)
local n = 5
repeat
  local n = n - 5
  print("inner", n)
until n == 0
print("outer", n)
