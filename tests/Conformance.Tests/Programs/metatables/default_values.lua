-- Default values and automatic tables.
local function default(t, d) return setmetatable(t, { __index = function() return d end }) end
local t = default({ a = 1 }, 0)
print(t.a, t.b)
local auto
auto = { __index = function(s, k) local v = setmetatable({}, auto) rawset(s, k, v) return v end }
local tree = setmetatable({}, auto)
tree.a.b.c.value = 5
print(tree.a.b.c.value, rawget(tree, "zz"), rawget(rawget(tree, "a"), "b") == tree.a.b)
local counts = setmetatable({}, { __index = function() return 0 end })
for c in ("mississippi"):gmatch(".") do counts[c] = counts[c] + 1 end
print(counts.m, counts.i, counts.s, counts.p, counts.q)
