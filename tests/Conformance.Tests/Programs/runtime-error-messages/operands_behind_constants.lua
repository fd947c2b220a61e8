-- Which operands of "and" and "or" keep their names: those behind a constant that decides.
local v, w, t = true, nil, {}
local function up() return 1 + (2 and v) end
print(pcall(function() local x = true return 1.5 - (1.5 and x) end))
print(pcall(function() local x return x.a, ("s" and x).b end))
print(pcall(function() local x return ("s" and x).b end))
print(pcall(function() local x return (true and x) .. "a" end))
print(pcall(function() local x return (nil or x)() end))
print(pcall(function() local x return #(false or x) end))
print(pcall(function() return (1 and w).x end))
print(pcall(function() return -(1 and t.field) end))
print(pcall(function() return (nil or missing) + 1 end))
print(pcall(function() local x return (x or x) + 1 end))
print(pcall(function() local x, y = true return (x and y) + 1 end))
print(pcall(function() local x, y = true return (1 and x and y) + 1 end))
print(pcall(function() local x = {} return (1 and (2 and x)) + 1 end))
print(pcall(function() local x = {} return (false or (1 and x)) < 1 end))
print(pcall(up))
