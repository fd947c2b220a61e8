-- Chains that loop raise an error.
local a, b = {}, {}
setmetatable(a, { __index = b })
setmetatable(b, { __index = a })
local ok, e = pcall(function() return a.missing end)
print(ok, e:match("'__%a+' chain too long"))
ok, e = pcall(function() local s = {} setmetatable(s, { __index = s }) return s.x end)
print(ok, e:match("'__%a+' chain too long"))
setmetatable(a, { __newindex = b })
setmetatable(b, { __newindex = a })
ok, e = pcall(function() a.k = 1 end)
print(ok, e:match("'__%a+' chain too long"))
