-- An error in a message handler goes to the handler again.
print(xpcall(error, error))
print(xpcall(error, function() error("x") end))
print(xpcall(function() local x = nil x() end, function(m) error(m .. "!") end))
local n = 0
print(xpcall(error, function(m) n = n + 1 if n < 5 then error({n}) end return "fifth", type(m), m[1] end, "first"))
print(n)
print(pcall(xpcall, error, 5))
print(pcall(xpcall, error, nil))
print(pcall(xpcall, error, {}))
print(pcall(xpcall, error))
print(pcall(xpcall))
print(xpcall(function() return xpcall(error, error, 1) end, print))
