-- Deep recursion, long strings, patterns that backtrack: results or Lua errors, in bounded time.
local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
local ok, result = pcall(depth, 200000)
print(ok and result == 200000 or tostring(result):find("stack overflow", 1, true) ~= nil)
local mt = {} mt.__index = function(t, k) if k == 0 then return 0 end return 1 + t[k - 1] end
ok, result = pcall(function() return setmetatable({}, mt)[200000] end)
print(ok and result == 200000 or tostring(result):find("overflow", 1, true) ~= nil)
local function nested(n) return n == 0 and 0 or select(2, pcall(nested, n - 1)) end
ok, result = pcall(nested, 200000)
print(result == 0 or tostring(result):find("overflow", 1, true) ~= nil)
local long = ("x"):rep(50 * 1024 * 1024)
print(#long, long:find("y", 1, true), #(long .. "z"), long:byte(-1))
print(pcall(string.rep, "x", 1 << 40))
print((("a"):rep(25)):find(("a?"):rep(20) .. ("a"):rep(20)))
print(#(("(a)"):rep(100000)):gsub("%b()", "x"))
print(pcall(string.find, ("a"):rep(3000), ".-b"))
print(pcall(string.rep, "ab", 3, ("-"):rep(10)))
local ok, message = pcall(string.match, ("("):rep(50), ("("):rep(50))
print(ok, message)
print(select("#", table.unpack({}, 1, 200000)))
print(pcall(table.unpack, {}, 1, 1e8))
print(pcall(table.concat, setmetatable({}, {__len = function() return 1 << 62 end})))
