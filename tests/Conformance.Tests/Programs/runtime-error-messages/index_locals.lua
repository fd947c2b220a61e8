-- Indexing nil and other values held in locals and parameters.
local function try(f, ...) print(select(2, pcall(f, ...))) end
try(function() local x; return x.field end)
try(function() local x; x.field = 1 end)
try(function() local num = 5; return num.field end)
try(function() local flag = true; flag.on = 1 end)
try(function(param) return param.name end)
try(function(param) return param[1] end, nil)
try(function(param) param[1] = 2 end, 12)
try(function() local fn = print; return fn.x end)
try(function() local a, b = {}; return a.x, b.x end)
try(function(...) local first = ...; return first.id end, false)
