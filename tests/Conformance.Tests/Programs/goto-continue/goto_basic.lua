for i = 1, 3 do
  for j = 1, 3 do
    if j == 2 then goto next_i end
    print(i, j)
  end
  ::next_i::
end
do
  local n = 0
  ::top::
  n = n + 1
  if n < 3 then goto top end
  print(n)
end
goto skip
do print("never") end
::skip::
local fs = {}
do
  local k = 1
  ::again::
  local c = k * 10
  fs[k] = function() c = c + 1 return c end
  k = k + 1
  if k <= 3 then goto again end
end
print(fs[1](), fs[1](), fs[2](), fs[3]())
local function find(t, x)
  for i, v in ipairs(t) do if v == x then goto found end end
  do return "missing" end
  ::found::
  return "found"
end
print(find({ 1, 2 }, 2), find({ 1, 2 }, 3))
do
  local i = 1
  ::a:: if i > 3 then goto b end
  print("loop", i) i = i + 1 goto a
  ::b::
end
do goto done; local x; ::done:: end
while true do
  do goto out end
end
::out::
for i = 1, 2 do
  repeat
    if i == 1 then goto continue end
    print("body", i)
    ::continue::
  until true
end
