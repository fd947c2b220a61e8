-- __mode and __gc are accepted and do not disturb strong references.
local key = {}
local weak = setmetatable({}, { __mode = "k" })
weak[key] = "kept"
print("weak[key]", weak[key])
print("getmetatable(weak).__mode", getmetatable(weak).__mode)
local t = setmetatable({ 1, 2 }, { __gc = function() end, __mode = "v" })
print("#t", #t)
print("t[1]", t[1])
local cache = setmetatable({}, { __mode = "kv", __index = function(c, k) local v = k .. "!" rawset(c, k, v) return v end })
print("cache.a", cache.a)
print("rawget(cache, 'a')", rawget(cache, "a"))
