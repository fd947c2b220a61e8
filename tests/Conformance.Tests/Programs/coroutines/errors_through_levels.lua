-- Errors crossing nested coroutines.
local inner = function() error({ level = "inner" }) end
local outer = coroutine.create(function()
  local ok, e = coroutine.resume(coroutine.create(inner))
  print("caught", ok, e.level)
  e.level = "outer"
  error(e)
end)
local ok, e = coroutine.resume(outer)
print(ok, e.level, coroutine.status(outer))
local w = coroutine.wrap(function() local v = coroutine.wrap(inner) v() end)
print((pcall(w)))
print(select(2, pcall(coroutine.wrap(function() coroutine.wrap(inner)() end))).level)
local co = coroutine.create(function() local t = setmetatable({}, { __index = function() error("mm", 0) end }) return t.x end)
print(coroutine.resume(co))
