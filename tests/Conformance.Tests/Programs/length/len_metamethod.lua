-- __len on tables; # returns whatever it returns.
local t = setmetatable({ 1, 2, 3 }, { __len = function(self) return 42 end })
print(#t)
local s = setmetatable({}, { __len = function() return "long" end })
print(#s)
local q = setmetatable({ first = 3, last = 7 }, { __len = function(q) return q.last - q.first + 1 end })
print(#q)
print(#setmetatable({ 1, 2 }, {}))
print(pcall(function() local t = setmetatable({}, { __len = function() error("no length", 0) end }) return #t end))
local calls = 0
local c = setmetatable({}, { __len = function() calls = calls + 1 return calls end })
print(#c, #c, #c + #c, calls)
