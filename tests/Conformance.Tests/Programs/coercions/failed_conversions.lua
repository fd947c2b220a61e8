-- Strings that are not numerals, and numbers that are not integers.
local function try(f) local ok, e = pcall(f) print(ok, e) end
try(function() local x = "abc" return x + 1 end)
try(function() local x = "" return x * 2 end)
try(function() local x = "1 2" return 3 - x end)
try(function() local x = "0x" return -x end)
try(function() return 1.5 | 1 end)
try(function() return 1 << 0.5 end)
try(function() return 2^63 | 0 end)
try(function() return math.huge & 1 end)
try(function() local s = "a" return s | 1 end)
try(function() local s = "1.5" return s | 1 end)
