-- Stock Lua 5.3 wraps around here; Wippy's loops end (spec/lua.md section 3).
for i = math.maxinteger - 1, math.maxinteger do print(i) end
for i = math.mininteger + 1, math.mininteger, -1 do print(i) end
local from, to = math.maxinteger - 3, math.maxinteger
for i = from, to, 2 do print(i) end
-- Numeric strings are not numbers here.
print(pcall(function() for i = "1", 2 do print(i) end end))
print(pcall(function() for i = 1, "2" do print(i) end end))
print(pcall(function() for i = 1, 2, "1" do print(i) end end))
