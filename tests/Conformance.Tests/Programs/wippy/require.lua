-- require gives what the entry declares, and the library (spec/lua.md section 1).
print(require("string") == string, require("math") == math, require("channel") == channel)
local name = "not_declared"
print(pcall(require, name))
print(pcall(function() return require(name) end))
