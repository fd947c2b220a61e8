-- Inner declarations shadow outer ones.
local x = 1
do
  local x = 2
  print(x)
  do local x = x + 1 print(x) end
  print(x)
end
print(x)
local x = x + 10
print(x)
local function f(x) x = x * 2 return x end
print(f(5), x)
for x = 1, 2 do print("loop", x) end
print(x)
if true then local x = "inner" print(x) end
print(x)
