-- __tostring used by tostring, print, %s.
local P = {}
P.__index = P
P.__tostring = function(p) return "P(" .. p.x .. "," .. p.y .. ")" end
local p = setmetatable({ x = 1, y = 2 }, P)
print(p, tostring(p))
print(string.format("%s and %10s", p, p))
print(#tostring(p))
print(pcall(function() return "a" .. p end))
print(pcall(function() local t = setmetatable({}, { __tostring = function() return 5 end }) return tostring(t) end))
print(pcall(function() local t = setmetatable({}, { __tostring = function() error("bad tostring", 0) end }) return tostring(t) end))
