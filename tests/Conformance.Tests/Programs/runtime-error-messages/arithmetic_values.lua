-- Arithmetic on values that are not numbers.
local function try(f) print(select(2, pcall(f))) end
local up = nil
local t = { n = 1, s = "str" }
try(function() local a return a + 1 end)
try(function() local a = {} return 1 - a end)
try(function() return up * 2 end)
try(function() return undefined_number / 2 end)
try(function() return t.missing % 2 end)
try(function() return t.n + t.missing end)
try(function() return t.s ^ 2 end)
try(function() local b = true return b // 1 end)
try(function() return -up end)
try(function() return -t.missing end)
try(function() local f = print return f + f end)
try(function() local a, b = 1, nil local c = a + b end)
try(function() local s = "abc" return s + 1 end)
try(function() local s = "10" local n return s + n end)
try(function() return -"abc" end)
try(function() return -("abc") end)
try(function() return ~"abc" end)
try(function() return "abc" - 1 end)
