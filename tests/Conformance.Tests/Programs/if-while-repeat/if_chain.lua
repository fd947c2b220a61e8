-- if, elseif, else.
local function grade(n)
  if n >= 90 then return "A"
  elseif n >= 80 then return "B"
  elseif n >= 70 then return "C"
  else return "F" end
end
for _, n in ipairs { 95, 90, 85, 70, 69, 0 } do print(n, grade(n)) end
if nil then print("no") elseif false then print("no") else print("else") end
if 0 then print("0 is true") end
if "" then print("'' is true") end
local x = 5
if x > 3 then if x > 4 then print("nested") end else print("dangling") end
if x then end
if not x then else print("empty then") end
