-- rawget and rawset bypass metamethods.
local log = 0
local t = setmetatable({}, { __index = function() log = log + 1 return "mm" end, __newindex = function() log = log + 1 end })
print(rawget(t, "x"), t.x, log)
print(rawset(t, "x", 5) == t, t.x, rawget(t, "x"), log)
t.y = 1
print(rawget(t, "y"), log)
rawset(t, 1, "a") rawset(t, 2, "b")
print(#t, rawget(t, 1.0), rawget(t, 2))
local function try(f) print(select(2, pcall(f))) end
try(function() rawget("s", 1) end)
try(function() rawset(5, 1, 2) end)
try(function() rawset({}, 1) end)
try(function() rawget({}) end)
