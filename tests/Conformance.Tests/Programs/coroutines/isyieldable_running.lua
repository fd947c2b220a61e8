-- isyieldable and running inside coroutines.
local co
co = coroutine.create(function()
  local me, main = coroutine.running()
  print(me == co, main, coroutine.isyieldable())
  local inner = coroutine.wrap(function()
    local t, m = coroutine.running()
    coroutine.yield(t ~= me, m, coroutine.isyieldable())
    return coroutine.running() == t
  end)
  print(inner())
  print(inner())
  coroutine.yield(me)
end)
local ok, who = coroutine.resume(co)
print(ok, who == co)
print(type(coroutine.running()))
