-- Precedence of logical and comparison operators.
print(true or false and false, (true or false) and false)
print(1 < 2 and 2 < 3, 1 < 2 == true, not (1 > 2) == true)
print(not false and "a" or "b", not (false and "a") or "b")
print(1 == 1 ~= false, 1 ~= 2 == true)
print(nil == false or 1 < 2 and "yes")
print(1 + 1 == 2 and 2 * 2 == 4 or error("never"))
print("a" .. "b" < "b" and 3 > 2 - 1)
local a, b, c = 1, nil, 3
print(a and b or c, a or b and c, (a or b) and c)
