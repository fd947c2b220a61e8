-- Long operator chains.
local a, b, c = 1, 2, 3
print(a + b + c + a + b + c + a + b + c + a + b + c + a + b + c + a + b + c + a + b + c + a + b + c + a + b + c)
print(a .. b .. c .. a .. b .. c .. a .. b .. c .. a .. b .. c .. a .. b .. c .. a .. b .. c .. a .. b .. c)
print(a and b and c and a and b and c and a and b and c and nil and a)
print(nil or false or nil or false or nil or false or nil or "last")
print(a < b and b < c and c > b and b > a and a ~= b and not (a == b) and a <= a and c >= c)
print(2 ^ 1 ^ 2 ^ 1 ^ 2, ((2 ^ 2) ^ 2) ^ 2, - - - -a, not not not nil)
print(a | b | c << a | b & c ~ a << b | ~a & 0xff)
print(({ a, b, c })[({ 3, 2, 1 })[({ 1, 2, 3 })[a]]])
