-- Backward jumps make loops.
local i = 1
::top::
if i <= 3 then
  print(i)
  i = i + 1
  goto top
end
do
  local k = 0
  ::again::
  k = k + 1
  local fresh
  print(k, fresh)
  fresh = k
  if k < 3 then goto again end
end
