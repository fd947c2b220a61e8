for i = 1, 3 do io = i print(i) end
for i = 3, 1 do print("never") end
for i = 3, 1, -1 do print(i) end
for i = 1, 2, 0.5 do print(i) end
for i = 1.0, 3 do print(i) end
for i = 1, 3.7 do print(i) end
for i = -1, -3, -1 do print(i) end
for i = math.mininteger, math.mininteger + 1 do print(i) end
for i = 1, math.huge do if i > 2 then break end print(i) end
for i = 1, -math.huge do print("never") end
for i = 3, 2.9 do print("never") end
local limit = 5
for i = 1, limit do limit = 2 local j = i i = i * 10 if j > 3 then print(i) end end
local fs = {}
for i = 1, 3 do fs[i] = function() i = i + 1 return i end end
print(fs[1](), fs[1](), fs[2]())
print(pcall(function() for i = "a", 2 do end end))
print(pcall(function() for i = 1, {} do end end))
print(pcall(function() for i = 1, 2, {} do end end))
print(pcall(function() for i = 1, 10, 0 do break end end))
local step = 2
for i = 1, 6, step do print(i) end
for i = 6, 1, -step do print(i) end
local s = 0
for i = 1, 100 do s = s + i end
print(s)
local f = 0.0
for i = 1, 10 do f = f + i / 2 end
print(f)
local from, to = 2, 4
for i = from, to do print(i, i * 1.5) end
for i = from + 1, #"abcde" do print(i) end
