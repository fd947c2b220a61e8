-- NaN is unordered and unequal to everything.
local nan = 0/0
print(nan == nan, nan ~= nan)
print(nan < 0, nan > 0, nan <= 0, nan >= 0)
print(1 < nan, math.maxinteger <= nan, nan < math.mininteger)
print(not (nan < 1), not (nan >= 1))
local function isnan(x) return x ~= x end
print(isnan(nan), isnan(1), isnan(math.huge - math.huge))
local t = {}
print(pcall(function() t[nan] = 1 end))
print(t[nan])
