local function kind(x)
  if x == nil then return "nil" elseif x == false then return "false" elseif type(x) == "number" and x < 0 then return "negative"
  elseif x == 0 then return "zero" else return "other" end
end
print(kind(nil), kind(false), kind(-1), kind(0), kind("a"))
local x = 5
if x > 3 then local x = 1 print(x) end
print(x)
if not x then print("never") end
if x then else print("never") end
if nil then print("never") elseif x == 5 then print("five") end
do local x = x + 1 print(x) end
local a = 1 local a = a + 1 local a = a * 10 print(a)
