-- The program gives pairs another meaning: no loop takes it for that of the library.
for k, v in pairs({ first = 1 }) do print(k, v) end
pairs = function(x) return next, { replaced = true }, nil end
for k in pairs({}) do print(k) end
local own = ipairs
ipairs = function(t) return function(_, i) i = i + 1 if i <= 2 then return i, t end end, nil, 0 end
for i, v in ipairs("text") do print(i, v) end
for i, v in own({ "x" }) do print(i, v) end
