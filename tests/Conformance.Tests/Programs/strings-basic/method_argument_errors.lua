-- Errors of string functions called as methods do not count self.
local function try(f) print(select(2, pcall(f))) end
try(function() local s = "x" local r = s:rep() end)
try(function() local s = "x" local r = s:rep({}) end)
try(function() local s = "x" local r = s:sub() end)
try(function() local s = "x" local r = s:find() end)
try(function() local s = "x" local r = s:rep(1.5) end)
try(function() local s = "x" local r = s:format2() end)
try(function() local s = "x" local r = s:gsub("x") end)
try(function() local s = "x" local r = s:byte({}) end)
try(function() local s = "x" local r = s:format({}, 1) == nil end)
