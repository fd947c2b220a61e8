-- Integer division and modulo by zero raise errors; the float division does not.
local function try(f, ...) return select(2, pcall(f, ...)) end
print(try(function(a, b) local r = a // b return r end, 1, 0))
print(try(function(a, b) local r = a % b return r end, 1, 0))
print(try(function(a, b) local r = a / b return r end, 1, 0))
print(try(function(a, b) local r = a / b return r end, -1, 0))
print(1 // 0.0, -1 // 0.0, 1.0 // 0)
local z = 5 % 0.0
print("nan", z ~= z)
print(5 % math.huge, -5 % math.huge, 5 % -math.huge, -5 % -math.huge)
