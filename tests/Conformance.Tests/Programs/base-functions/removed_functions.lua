-- Names that are absent here.
local globals = _G
for _, n in ipairs { "load", "loadstring", "loadfile", "dofile", "collectgarbage", "rawlen", "getfenv", "setfenv", "module", "newproxy", "io", "debug", "utf8" } do
  print(n, globals[n])
end
print(string.dump)
print(pcall(function() load("return 1") end))
print(pcall(function() dofile("x") end))
print(pcall(function() local n = rawlen({}) return n end))
print(pcall(function() return io.open end))
print(pcall(function() return debug.traceback end))
print(pcall(function() return utf8.char(65) end))
