-- # on values without a length.
local function try(f) print(select(2, pcall(f))) end
try(function() local x return #x end)
try(function() local x = 5 return #x end)
try(function() return #undefined_name end)
try(function() local t = {} return #t.items end)
try(function() local b = true return #b end)
try(function() return #print end)
try(function() local f = function() end return #f end)
try(function() local t = { inner = 3 } return #t.inner end)
try(function() return #(1 + 1) end)
