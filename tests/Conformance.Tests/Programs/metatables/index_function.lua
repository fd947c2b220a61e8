-- __index as a function.
local log = {}
local t = setmetatable({ real = 1 }, { __index = function(self, k) log[#log + 1] = tostring(k) return k .. "!" end })
print(t.real, t.missing, t["x y"], t[1])
print(table.concat(log, ","))
print(rawget(t, "missing"))
local defaults = setmetatable({}, { __index = function() return 0 end })
defaults.n = defaults.n + 1
print(defaults.n, defaults.other)
local lazy = setmetatable({}, { __index = function(s, k) local v = k * k rawset(s, k, v) return v end })
print(lazy[4], rawget(lazy, 4), rawget(lazy, 5))
print(select("#", (setmetatable({}, { __index = function() return 1, 2 end })).x))
