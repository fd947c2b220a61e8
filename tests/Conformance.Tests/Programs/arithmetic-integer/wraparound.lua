-- Integer arithmetic wraps modulo 2^64.
local max, min = math.maxinteger, math.mininteger
print(max + 1 == min, max + 1)
print(min - 1 == max, min - 1)
print(max * 2, min * 2)
print(-min == min, -min)
print(max * max, min * min)
print(min * -1)
print(max + max, min + min)
local f = 1
for i = 1, 25 do f = f * i end
print("25! wrapped", f)
local h = 5381
for _, c in ipairs { ("hello world"):byte(1, -1) } do h = h * 33 + c end
print("djb2", h)
