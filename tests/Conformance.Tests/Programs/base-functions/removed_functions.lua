-- Names that are absent here.
for _, n in ipairs { "load", "loadstring", "loadfile", "dofile", "collectgarbage", "rawlen", "getfenv", "setfenv", "module", "newproxy", "io", "debug", "utf8" } do
  print(n, _G[n])
end
print(string.dump)
print(pcall(function() load("return 1") end))
