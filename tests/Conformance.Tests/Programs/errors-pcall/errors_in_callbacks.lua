-- Errors leaving iterators, comparators and replacement functions.
local function try(f, ...) local ok, e = pcall(f, ...) print(ok, type(e) == "table" and e.tag or e) end
try(function() table.sort({ 3, 2, 1 }, function() error({ tag = "sort" }) end) end)
try(function() return (("abc"):gsub("%w", function(c) if c == "b" then error({ tag = "gsub" }) end end)) end)
try(function() for v in function() error({ tag = "iterator" }) end do end end)
try(function() return tostring(setmetatable({}, { __tostring = function() error({ tag = "tostring" }) end })) end)
try(function() for k in pairs(setmetatable({}, { __pairs = function() error({ tag = "pairs" }) end })) do end end)
try(function() return #setmetatable({}, { __len = function() error({ tag = "len" }) end }) end)
try(string.gsub, "x", "x", function() error("plain", 0) end)
print("still running")
