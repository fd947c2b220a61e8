-- Indexing non tables through __index that is a string or through strings themselves.
local s = "hello"
print("s.len == string.len", s.len == string.len)
print("s.nothing", s.nothing)
print("('x').upper == string.upper", ("x").upper == string.upper)
print("s:upper()", s:upper())
print("('%d'):format(5)", ("%d"):format(5))
local t = setmetatable({}, { __index = "abc" })
print("t.len == string.len", t.len == string.len)
print("t.zzz", t.zzz)
print(t.rep("x", 2))
local ok, e = pcall(function() local u = setmetatable({}, { __index = 5 }) return u.x end)
print("ok", ok)
print("e", e)
