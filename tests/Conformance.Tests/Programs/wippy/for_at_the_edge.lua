-- Stock Lua 5.3 wraps around here; Wippy's loops end (spec/lua.md section 3).
for i = math.maxinteger - 1, math.maxinteger do print(i) end
for i = math.mininteger + 1, math.mininteger, -1 do print(i) end
local from, to = math.maxinteger - 3, math.maxinteger
for i = from, to, 2 do print(i) end
-- Stock Lua 5.3 counts zeros without end when the step is zero and the limit lies below the integers.
for i = 1, -math.huge, 0 do print(i) end
for i = 1, 0 / 0, 0 do print(i) end
