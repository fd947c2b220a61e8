-- A metamethod, a callback and a loop that run before a global function is defined find no function there.
local t = setmetatable({}, { __index = function(_, k) return late and late(k) or "none" end, __add = function(a) return late ~= nil end })
local x = t.x
function late(k) return "late " .. k end
print(x, t.x)
local y = t + 1
local first
local text = ("a"):gsub("a", function(c) return first and first(c) or "-" end)
function first(c) return c .. c end
print(y, text, first("b"))
local seen = {}
for i = 1, 2 do seen[i] = tostring(second ~= nil) end
function second() return 2 end
print(seen[1], seen[2], second())
goto done
function never() return 1 end
::done::
print(pcall(function() return never() end))
