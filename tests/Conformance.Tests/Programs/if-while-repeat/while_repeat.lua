local i = 0
while i < 3 do i = i + 1 if i == 2 then goto continue end print("w", i) ::continue:: end
while true do i = i + 1 if i > 6 then break end end
print(i)
repeat local done = i > 10 i = i + 1 until done
print(i)
local n = 0
repeat n = n + 1 local x = n * 2 if x > 6 then break end until x > 100
print(n)
repeat local f = function() return n end until f() == n
while false do print("never") end
repeat until true
local fs = {}
local k = 0
repeat k = k + 1 local kk = k fs[k] = function() kk = kk + 1 return kk end until kk >= 3
print(fs[1](), fs[1](), fs[2](), fs[3]())
for a = 1, 3 do for b = 1, 3 do if b == 2 then break end print(a, b) end end
