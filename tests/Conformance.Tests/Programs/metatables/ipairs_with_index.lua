-- ipairs respects __index.
local t = setmetatable({ "own" }, { __index = function(_, i) if i <= 4 then return "virtual" .. i end end })
for i, v in ipairs(t) do print(i, v) end
local p = setmetatable({}, { __index = { "x", "y" } })
for i, v in ipairs(p) do print(i, v) end
local calls = 0
local lazy = setmetatable({}, { __index = function(_, i) calls = calls + 1 if i < 3 then return i * 10 end end })
local sum = 0
for _, v in ipairs(lazy) do sum = sum + v end
print(sum, calls)
for i, v in ipairs(setmetatable({ 1, 2 }, { __len = function() return 0 end })) do print(i, v) end
