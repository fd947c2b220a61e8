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
local indexed = setmetatable({}, {})
getmetatable(indexed).__index = function(t, k) return t[k .. ""] end
print("__index", overflows(function() local v = indexed.key return v end))
local added = setmetatable({}, { __add = function(a, b) return a + b end })
print("__add", overflows(function() return added + 1 end))
local shown = setmetatable({}, { __tostring = function(t) return tostring(t) .. "" end })
print("__tostring", overflows(tostring, shown))
local function protected() return (pcall(protected)) end
print("pcall", protected())
local function compared(a, b) table.sort({ 1, 2, 3 }, compared) return a < b end
print("table.sort", overflows(compared, 1, 2))
local function replaced(s) return (s:gsub(".", replaced)) end
print("string.gsub", overflows(replaced, "a"))
local function resumed() return (coroutine.wrap(resumed)()) end
print("coroutine.wrap", overflows(resumed))
print("handler", xpcall(plain, function() return 1 + plain(1) end, 1))
print("handler", xpcall(plain, function(message) return message:find("stack overflow", 1, true) ~= nil end, 1))
local function waits(n) if n < 0 then coroutine.yield() end local r = waits(n + 1) return r + 1 end
print("may yield", coroutine.wrap(function() return overflows(waits, 0) end)())
print("alive", pcall(function() return 1 + 1 end))
