-- break in the middle of a block.
for i = 1, 10 do
  if i == 3 then do break end end
  print(i)
end
local n = 0
while true do
  n = n + 1
  if n > 2 then
    do
      break;
    end
  end
end
print("n", n)
repeat
  local x = 1
  if x then break end
  print("unreached")
until false
for _, v in ipairs { 1, 2, 3 } do
  for _, w in ipairs { 1, 2, 3 } do
    if w == v then break end
    print(v, w)
  end
end
