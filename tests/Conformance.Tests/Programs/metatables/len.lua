-- __len against rawlen-free counting.
local mt = { __len = function(t) local n = 0 for _ in pairs(t) do n = n + 1 end return n end }
local t = setmetatable({ a = 1, b = 2, 10 }, mt)
print(#t)
t.c = 3
print(#t)
local v = setmetatable({}, { __len = function(...) return select("#", ...) end })
print(#v >= 1)
local nested = setmetatable({}, { __len = function() return #t * 2 end })
print(#nested, #nested + #t)
for i = 1, #setmetatable({}, { __len = function() return 2 end }) do print("i", i) end
