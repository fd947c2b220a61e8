-- A bad argument is told with the library's name of the function, whatever variable it is called through.
local r = string.rep
print(pcall(function() r() end))
print(pcall(function() local holder = { f = string.rep } holder.f("x", {}) end))
print(pcall(function() local holder = { f = string.rep } holder:f() end))
local insert = table.insert
print(pcall(function() insert(5) end))
renamed = math.floor
print(pcall(function() renamed("x") end))
print(pcall(r))
