-- nil and NaN keys.
local t = {}
local function try(f) print(select(2, pcall(f))) end
try(function() t[nil] = 1 end)
try(function() t[0/0] = 1 end)
try(function() rawset(t, nil, 1) end)
try(function() local k t[k] = 1 end)
try(function() local u = { [nil] = 1 } end)
print(t[nil], t[0/0], next(t))
print(rawget(t, nil))
