-- Indexing non tables through __index that is a string or through strings themselves.
local s = "hello"
print(s.len == string.len, s.nothing, ("x").upper == string.upper)
print(s:upper(), ("%d"):format(5))
local t = setmetatable({}, { __index = "abc" })
print(t.len == string.len, t.zzz)
print(t.rep("x", 2))
local ok, e = pcall(function() local u = setmetatable({}, { __index = 5 }) return u.x end)
print(ok, e)
