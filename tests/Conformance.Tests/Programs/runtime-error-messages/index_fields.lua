-- Names of fields in chains.
local function try(f) print(select(2, pcall(f))) end
local cfg = { db = {}, n = 1, s = "str" }
try(function() return cfg.missing.x end)
try(function() cfg.missing.x = 1 end)
try(function() return cfg.db.host.name end)
try(function() cfg.db.host.name = "x" end)
try(function() return cfg.n.x end)
try(function() return cfg.s.x.y end)
try(function() return cfg["quoted"].x end)
try(function() local t = { a = { b = {} } } return t.a.b.c.d end)
try(function() return string.nothing.x end)
try(function() return math.pi.x end)
