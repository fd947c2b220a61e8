-- Any value can be raised.
for _, v in ipairs { 1, 2.5, true, false, "text" } do print(pcall(error, v)) end
print(pcall(error))
print(pcall(error, nil))
print(select("#", pcall(error)))
local t = { code = 404 }
local ok, e = pcall(error, t)
print(ok, e == t, e.code)
local ok2, f = pcall(error, print)
print(ok2, f == print)
print(pcall(error, setmetatable({}, { __tostring = function() return "as text" end })))
print(select(2, pcall(function() error({ "in table" }) end))[1])
print(pcall(function() error(12) end))
print(pcall(function() error("with position") end))
