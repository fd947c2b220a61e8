-- A label at the end of a block is outside the scope of its locals.
do
  goto finish
  local x = 5
  print("skipped", x)
  ::finish::
end
for i = 1, 2 do
  if i == 1 then goto continue end
  local late = i * 2
  print(late)
  ::continue:: ;
end
local function f(x)
  if not x then goto out end
  local y = x + 1
  do return y end
  ::out::
end
print(f(1), f(nil))
