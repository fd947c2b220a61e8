-- not always gives a boolean.
print(not nil, not false, not true, not 0, not "", not {})
print(not not 1, not not nil)
print(not 1 == 2, not (1 == 2), not nil == true)
print(not ("a" .. "b") == false)
local t = {}
print(not t.missing, not #t)
