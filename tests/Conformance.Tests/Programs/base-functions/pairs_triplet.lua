-- What pairs and ipairs return.
local t = { 1 }
local f, s, c = pairs(t)
print("f == next", f == next)
print("s == t", s == t)
print("c", c)
local g, s2, c2 = ipairs(t)
print("type(g)", type(g))
print("s2 == t", s2 == t)
print("c2", c2)
print("select('#', pairs(t))", select("#", pairs(t)))
print("select('#', ipairs(t))", select("#", ipairs(t)))
print((pcall(function() local x = pairs() end)), (pcall(function() local x = ipairs() end)))
print((pcall(function() for k in pairs(nil) do end end)), (pcall(function() for k in pairs(5) do end end)))
