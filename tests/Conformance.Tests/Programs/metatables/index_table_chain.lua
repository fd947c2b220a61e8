-- __index as a table, chains of several tables.
local a = { x = "a.x", y = "a.y", z = "a.z" }
local b = setmetatable({ y = "b.y" }, { __index = a })
local c = setmetatable({ z = "c.z" }, { __index = b })
print(c.x, c.y, c.z, c.w)
a.w = "late"
print(c.w)
b.y = nil
print(c.y)
local d = setmetatable({}, { __index = setmetatable({}, { __index = function(_, k) return "fn " .. k end }) })
print(d.anything)
print(rawget(c, "x"), rawget(c, "z"))
