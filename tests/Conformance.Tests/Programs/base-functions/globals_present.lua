-- The functions every program relies on exist.
for _, n in ipairs { "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawset", "select", "setmetatable", "tonumber", "tostring", "type", "xpcall" } do print(n, type(_G[n])) end
for _, n in ipairs { "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep", "reverse", "sub", "unpack", "upper" } do print("string." .. n, type(string[n])) end
for _, n in ipairs { "concat", "insert", "move", "pack", "remove", "sort", "unpack" } do print("table." .. n, type(table[n])) end
for _, n in ipairs { "create", "isyieldable", "resume", "running", "status", "wrap", "yield" } do print("coroutine." .. n, type(coroutine[n])) end
print(_VERSION)
local count = 0
for _, lib in ipairs { string, table, coroutine } do
  for name, f in pairs(lib) do if type(name) == "string" and type(f) == "function" then count = count + 1 end end
end
print(count > 20)
