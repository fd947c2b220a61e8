-- Calling tables without a usable __call.
local function try(f) print(select(2, pcall(f))) end
try(function() local t = {} t() end)
try(function() local t = { f = {} } t.f() end)
try(function() local t = setmetatable({}, { __index = function() end }) t() end)
try(function() local t = setmetatable({}, {}) local r = t(1) end)
try(function() local f = setmetatable({}, { __call = function() error("inside call", 0) end }) f() end)
try(function() local f = setmetatable({}, { __call = function(self) error("with level") end }) f() end)
try(function() local t = setmetatable({}, { __call = nil }) t() end)
try(function() local t = setmetatable({}, { __call = 42 }) t() end)
