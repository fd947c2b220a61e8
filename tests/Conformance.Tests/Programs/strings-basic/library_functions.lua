-- Functions of the library called by their names: results as first, all, none, returned, at the end of lists; messages; other values under their names.
local function all(...) return select("#", ...), ... end
print(all(string.find("hello", "l")), all(("hello"):find("xyz")))
print((string.gsub("aaa", "a", "b")), all(string.gsub("aaa", "a", "b", 2)))
print(all(string.byte("abc", 1, -1)), all(string.byte("")), #{ string.byte("abcd", 1, 4) })
local a, b, c = string.find("key=value", "(%w+)=(%w+)")
print(a, b, c)
local d, e = string.match("10:20", "(%d+):(%d+)")
print(d, e, d .. e)
local function ends() return string.gsub("x.y", "%.", "%%") end
print(ends(), (ends()))
local function method(s) return s:find("b", 1, true) end
print(method("abc"))
print(string.format("%d %s %5.1f %x %q %c %i %%", 1, "two", 3.25, 255, "a\nb", 65, 7))
print(string.format("%s|%s|%s|%s", nil, true, 1.5, "s"), string.format("plain"), string.format("%5s|%-5s|", "ab", "cd"))
string.format("%s", "dropped")
print(tostring(1), tostring(nil), tostring("s"), tonumber("0x10"), tonumber("12", 8), tonumber("z", 36), tonumber("nope"))
print(table.concat({ 1, 2, 3 }, ", "), table.concat({}, "x"), table.concat({ "a", "b", "c" }, "-", 2, 3))
print(table.unpack({ 1, 2, 3 }, 2), select("#", table.unpack({}, 1, 3)))
print(math.max(1, 5, 3, 4, 2), math.min(3, 1.5, 2, 9), math.fmod(7, 3), math.tointeger(3.0))
print(rawget({ 5 }, 1), rawequal("a", "a"), getmetatable("").__index == string)

-- What they raise, with the position of the call.
local function try(f, ...) print(select(2, pcall(f, ...))) end
try(function() return string.rep() end)
try(function() return ("x"):rep() end)
try(function() return ("x"):rep({}) end)
try(function() return ("x"):bad() end)
try(function() return string.format("%d", "x") end)
try(function() return string.format("%d", 1.5) end)
try(function() return string.format("%d %s", 1) end)
try(function() return string.format("%y", 1) end)
try(function() return string.format("%s %s %s %s", 1, 2, 3) end)
try(function() return string.find("a", "[a") end)
try(function() return ("a"):gsub("a", "%2") end)
try(function() return string.gsub("abc", "b", function() error("inner") end) end)
try(function() return string.gsub("abc", "b", function() return {} end) end)
try(function() return table.concat({ 1, {}, 3 }) end)
try(function() return tostring() end)
try(function() return tonumber("1", 99) end)
try(function() return math.floor("x") end)
try(function() return string.char(1, 2, 3, 256) end)

-- Calls back, and recursion through the library.
print(string.gsub("a b c", "%a", { a = 1, b = false }), string.gsub("abc", "%w", function(x) if x == "b" then return "[" .. x .. "]" end end))
local depth = 0
local function nested(s)
  depth = depth + 1
  if depth > 150 then return "end" end
  return (string.gsub(s, "x", nested))
end
print(nested("x"), depth)
print(string.format("%s", setmetatable({}, { __tostring = function() return string.format("<%s>", "inner") end })))
print(tostring(setmetatable({}, { __tostring = function() return ("x"):rep(3) end })))

-- Kept in variables.
local format, sub, insert = string.format, string.sub, table.insert
local list = {}
insert(list, format("%02d", 7))
insert(list, 1, sub("hello", -3))
print(list[1], list[2], pcall(format))
local find = string.find
find = function() return "replaced" end
print(find("a", "a"))
do
  local string = { format = function(...) return "local", ... end }
  print(string.format("%d", 1, 2, 3, 4))
  local tostring = function(x) return "mine" .. x end
  print(tostring(1))
end
