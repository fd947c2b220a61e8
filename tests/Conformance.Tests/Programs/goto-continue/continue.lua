-- goto continue in every loop kind.
for i = 1, 6 do
  if i % 2 == 0 then goto continue end
  print("for", i)
  ::continue::
end
local n = 0
while n < 5 do
  n = n + 1
  if n == 2 or n == 4 then goto continue end
  print("while", n)
  ::continue::
end
local r = 0
repeat
  r = r + 1
  if r == 2 then goto continue end
  print("repeat", r)
  ::continue::
until r >= 3
for _, v in ipairs { "a", "skip", "b" } do
  if v == "skip" then goto continue end
  print("ipairs", v)
  ::continue::
end
