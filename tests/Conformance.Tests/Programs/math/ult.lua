-- Unsigned comparison.
print("math.ult(1, 2)", math.ult(1, 2))
print("math.ult(2, 1)", math.ult(2, 1))
print("math.ult(1, 1)", math.ult(1, 1))
print("math.ult(1, -1)", math.ult(1, -1))
print("math.ult(-1, 1)", math.ult(-1, 1))
print("math.ult(-2, -1)", math.ult(-2, -1))
print("math.ult(math.maxinteger, math.mininteger)", math.ult(math.maxinteger, math.mininteger))
print("math.ult(0, math.mininteger)", math.ult(0, math.mininteger))
print("math.ult(2.0, 3)", math.ult(2.0, 3))
print(select(2, pcall(function() local r = math.ult(1.5, 2) end)))
print(select(2, pcall(function() local r = math.ult(1) end)))
local function udiv_lt(a, b) return math.ult(a, b) and "less" or "not less" end
print(udiv_lt(5, ~0))
