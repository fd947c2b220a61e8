-- and and or return one of their operands.
print(1 and 2, nil and 2, false and nil, 1 and nil)
print(1 or 2, nil or 2, false or nil, nil or false)
print(nil and nil or "default", false or false or 3)
print(1 and 2 or 3, nil and 2 or 3, 1 and nil or 3)
local x
x = x or {}
print(type(x), #x)
local function opt(v) return v ~= nil and v or "none" end
print(opt(5), opt(nil), opt(false))
