-- A local inside a goto loop is a new variable each time round.
local fs = {}
do
  local n = 0
  ::loop::
  local x = n * 10
  fs[#fs + 1] = function() x = x + 1 return x end
  n = n + 1
  if n < 3 then goto loop end
end
print(fs[1](), fs[1](), fs[2](), fs[3](), fs[1]())
for i = 1, 3 do
  local j = i
  if j == 2 then goto continue end
  fs[i] = function() return j end
  ::continue::
end
print(fs[1](), fs[3]())
