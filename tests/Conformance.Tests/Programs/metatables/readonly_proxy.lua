-- Read only tables by proxy.
local function readonly(t)
  return setmetatable({}, {
    __index = t,
    __newindex = function(_, k) error("attempt to update a read-only table: " .. tostring(k), 2) end,
    __len = function() return #t end,
    __pairs = function() return next, t, nil end,
    __metatable = "locked",
  })
end
local days = readonly { "Sun", "Mon", "Tue" }
print(days[1], #days, getmetatable(days))
print(pcall(function() days[2] = "x" end))
print(pcall(setmetatable, days, {}))
for i, d in pairs(days) do print(i, d) end
for i, d in ipairs(days) do print(i, d) end
