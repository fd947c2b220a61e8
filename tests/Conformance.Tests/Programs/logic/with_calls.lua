-- Truncation of multiple results by logical operators.
local function two() return 1, 2 end
local function none() end
print(two() and 5)
print(two() or 5)
print(5 and two())
print(none() or "x")
print((none()) == nil, none() and 1)
print(nil or two(), false or (two()))
local t = { two() and two() }
print(#t)
