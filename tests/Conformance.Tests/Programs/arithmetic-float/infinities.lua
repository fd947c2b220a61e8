-- Infinities and their arithmetic.
local inf = math.huge
print(inf, -inf, 1/0, -1/0)
print(inf + 1, inf - 1 == inf, inf * 2, -inf * 2)
print(inf == inf, inf > math.maxinteger, -inf < math.mininteger)
print(1 / inf, -1 / inf)
local nan = inf - inf
print("nan", nan ~= nan, nan == nan, nan < 1, nan > 1, nan <= nan)
print(math.type(inf), inf // 1, -inf // 1)
print(2 ^ 1024, 2 ^ -1080)
