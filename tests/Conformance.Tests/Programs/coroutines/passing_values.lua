-- Values in both directions, including nils and many values.
local co = coroutine.create(function(...)
  local n = select("#", ...)
  while true do n = select("#", coroutine.yield(n)) if n == 0 then break end end
  return "stop", nil, nil
end)
print(coroutine.resume(co, nil, nil))
print(coroutine.resume(co, 1))
print(coroutine.resume(co, nil, 2, nil))
print(select("#", coroutine.resume(co)))
local acc = coroutine.wrap(function(x) local sum = 0 while true do sum = sum + x x = coroutine.yield(sum) end end)
print(acc(1), acc(2), acc(3), acc(-6))
local t = {} for i = 1, 100 do t[i] = i end
local many = coroutine.wrap(function(...) local r = coroutine.yield(select("#", ...)) return r, ... end)
print(many(table.unpack(t)))
print(select("#", many("r")))
