-- Unbounded recursion of every form raises an error that pcall catches, and the program goes on.
local function overflows(f, ...)
  local ok, e = pcall(f, ...)
  return not ok and tostring(e):find("overflow", 1, true) ~= nil
end
local function plain(n) return 1 + plain(n + 1) end
print("plain", overflows(plain, 0))
local object = {}
function object:method() return 1 + self:method() end
print("method", overflows(object.method, object))
local even, odd
function even() return 1 + odd() end
function odd() return 1 + even() end
print("mutual", overflows(even))
local indexed = setmetatable({}, {})
getmetatable(indexed).__index = function(t, k) return t[k .. ""] end
print("__index", overflows(function() local v = indexed.key return v end))
local added = setmetatable({}, { __add = function(a, b) local r = a + b return r end })
print("__add", overflows(function() return added + 1 end))
local shown = setmetatable({}, { __tostring = function(s) return tostring(s) .. "" end })
print("__tostring", overflows(tostring, shown))
local function replace(s) return (s:gsub(".", replace)) end
print("gsub", overflows(replace, "x"))
local function sorted() table.sort({ 1, 2, 3 }, function(a, b) sorted() return a < b end) end
print("sort", overflows(sorted))
local function protected() local ok, e = pcall(protected) if not ok then error(e, 0) end return 1 end
print("pcall", overflows(protected))
local function nested() return 1 + coroutine.wrap(nested)() end
print("coroutines", overflows(nested))
local function waits(n) if n < 0 then coroutine.yield() end local r = waits(n + 1) return r + 1 end
print("may yield", coroutine.wrap(function() return overflows(waits, 0) end)())
print("alive", pcall(function() return 1 + 1 end))
