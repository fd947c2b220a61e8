-- pi, huge, maxinteger, mininteger.
print(math.pi, math.huge, -math.huge)
print(math.maxinteger, math.mininteger, math.type(math.maxinteger))
print(math.maxinteger + 1 == math.mininteger, math.maxinteger + 1.0 == 2^63)
print(math.huge > math.maxinteger, math.pi * 2)
print(math.maxinteger // 1000000007, math.mininteger // 1000000007)
print(string.format("%x %x", math.maxinteger, math.mininteger))
