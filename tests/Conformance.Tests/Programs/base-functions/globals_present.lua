-- The functions every program relies on exist.
for _, n in ipairs { "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawset", "select", "setmetatable", "tonumber", "tostring", "type", "xpcall" } do print(n, type(_G[n])) end
for _, n in ipairs { "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep", "reverse", "sub", "unpack", "upper" } do print("string." .. n, type(string[n])) end
for _, n in ipairs { "concat", "insert", "move", "pack", "remove", "sort", "unpack" } do print("table." .. n, type(table[n])) end
for _, n in ipairs { "create", "isyieldable", "resume", "running", "status", "wrap", "yield" } do print("coroutine." .. n, type(coroutine[n])) end
print(_VERSION)
