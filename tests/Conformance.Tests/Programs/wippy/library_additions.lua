-- What the library has beyond stock Lua, and what it lacks (spec/lua.md section 8).
print(unpack == table.unpack, unpack({ 1, 2, 3 }, 2))
print(_VERSION, type(package), package.path == "", package.cpath == "", package.loadlib, package.loaded)
print(type(channel), type(errors), type(coroutine.spawn))
for _, name in ipairs { "load", "loadstring", "loadfile", "dofile", "collectgarbage", "rawlen", "getfenv", "setfenv", "module", "newproxy", "io", "debug", "utf8" } do
  if _G[name] ~= nil then print(name, "exists") end
end
print((select(2, pcall(function() load("return 1") end))))
print(string.gfind == string.gmatch, string.dump)
for word in string.gfind("one two", "%a+") do print(word) end
print(("%u"):format(42), ("%i"):format(-7))
print(("a\0b\0c"):gsub("%z", "-"))
print(("ärger"):upper(), ("ÄRGER"):lower(), ("ä"):find("%a"))
print(table.getn({ 1, 2, 3 }), table.maxn({ [1] = 1, [7.5] = 1, [-3] = 1 }), table.maxn({}))
print(#table.create(10, 10), next(table.create(1, 1)))
print(math.atan2(1, 1) == math.atan(1, 1), math.cosh(0), math.sinh(0), math.tanh(0), math.frexp(8))
print(math.ldexp(0.5, 4), math.log10(1000), math.mod(7, 3), math.pow(2, 10), math.huge)
print(os.platform, os.execute, os.exit, os.remove, os.rename, os.tmpname, os.getenv, os.setlocale)
print(type(os.time()), math.type(os.time()), type(os.clock()), os.difftime(10, 4))
-- In messages the alias has the name of the library.
print(pcall(unpack, {}, {}))
print(pcall(function() unpack({}, {}) end))
