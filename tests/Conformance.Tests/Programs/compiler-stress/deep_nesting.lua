-- Deeply nested blocks, functions and tables.
local depth = 0
do do do do do do do do do do depth = depth + 1 end end end end end end end end end end
print(depth)
local f = function() return function() return function() return function() return function() return function() return "six" end end end end end end
print(f()()()()()())
local t = { { { { { { { { { { "deep" } } } } } } } } } }
print(t[1][1][1][1][1][1][1][1][1][1])
if true then if true then if true then if true then if true then print("ifs") end end end end end
for a = 1, 2 do for b = 1, 2 do for c = 1, 2 do for d = 1, 2 do depth = depth + a * b * c * d end end end end
print(depth)
print(((((((1 + 2) * 3) - 4) / 5) ^ 2) % 7) // 1)
while true do while true do while true do break end break end break end
print("loops done")
