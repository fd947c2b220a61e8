-- Unary operators bind tighter than binary ones except ^.
print(not nil == true, not (nil == true))
print(-2 + 3, - -2, -2 - -2)
print(#"abc" + 1, #"ab" * 2, -#"abc")
print(~5 & 3, ~(5 & 3), -5 & 3)
print(- 2 ^ 2, not not true, not -1)
print(-"3" + 1, #"x" .. "y")
local t = { 1, 2 }
print(-t[1], (#t) ^ 2, not t[3])
