-- Bitwise operators on wrong operands.
local function try(f) print(select(2, pcall(f))) end
try(function() local a = 1.5 return a & 1 end)
try(function() local a = nil return a | 1 end)
try(function() local a = {} return 1 ~ a end)
try(function() local a = true return ~a end)
try(function() local a = "x" return a << 1 end)
try(function() local t = {} return t.field >> 1 end)
try(function() return 1e100 | 0 end)
try(function() local n = 0/0 return 1 << n end)
