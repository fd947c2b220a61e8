-- A program's own pairs hands over next: the loop is named in the message, as a call of next itself is not.
local stock = pairs
pairs = function(t) return next, t, nil end
print(pcall(function() for k, v in pairs(nil) do print(k, v) end end))
print(pcall(function() for k, v in pairs(5) do print(k, v) end end))
print(pcall(function() for k, v, extra in pairs("x") do print(k, v, extra) end end))
print(pcall(function() for k in next, true do print(k) end end))
print(pcall(function() for k, v in next, { 1 }, "absent" do print(k, v) end end))
print(pcall(function() for k, v in next do print(k, v) end end))
local step = next
print(pcall(function() for k, v in step, 1.5 do print(k, v) end end))
print(select("#", pcall(function() return pairs(nil) end)), select("#", pcall(stock, {})))
print(pcall(next, nil))
print(pcall(function() return next(nil) end))
print(pcall(function() for k in stock(nil) do print(k) end end))
print(pcall(function() for i, v in ipairs(nil) do print(i, v) end end))
print(pcall(function() for i, v in ipairs() do print(i, v) end end))
print(pcall(function() for w in ("x").gmatch(nil, "x") do print(w) end end))
print(pcall(function() for w in setmetatable({}, { __call = function() error("own") end }) do print(w) end end))
print(pcall(function() for w in {} do print(w) end end))
print(pcall(function() for w in nil do print(w) end end))
local missing
print(pcall(function() for w in missing do print(w) end end))
print(pcall(function() for w in absent() do print(w) end end))
for k, v in pairs({ 10, 20 }) do print(k, v) end
