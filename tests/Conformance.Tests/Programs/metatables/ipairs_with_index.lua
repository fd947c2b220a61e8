-- ipairs respects __index.
local t = setmetatable({ "own" }, { __index = function(_, i) if i <= 4 then return "virtual" .. i end end })
for i, v in ipairs(t) do print(i, v) end
local p = setmetatable({}, { __index = { "x", "y" } })
for i, v in ipairs(p) do print(i, v) end
