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
local function waits(n) if n < 0 then coroutine.yield() end local r = waits(n + 1) return r + 1 end
print("may yield", coroutine.wrap(function() return overflows(waits, 0) end)())
print("alive", pcall(function() return 1 + 1 end))
