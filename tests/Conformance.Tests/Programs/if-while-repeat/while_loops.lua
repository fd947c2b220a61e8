-- while with break and nested loops.
local n = 5
while n > 0 do n = n - 2 end
print(n)
while false do print("never") end
local i = 0
while true do
  i = i + 1
  if i == 3 then goto skip end
  if i > 5 then break end
  print("i", i)
  ::skip::
end
local rows = 0
while rows < 3 do
  rows = rows + 1
  local cols = 0
  while true do
    cols = cols + 1
    if cols > rows then break end
  end
  print(rows, cols)
end
