-- Yielding inside the iterator of a for loop and between loops.
local co = coroutine.wrap(function()
  for v in function() return coroutine.yield("next?") end do coroutine.yield("body " .. v) end
  return "loop ended"
end)
print(co())
print(co("a"))
print(co())
print(co("b"))
print(co())
print(co(nil))
local t = coroutine.wrap(function() for k, v in pairs { 10, 20 } do coroutine.yield(k, v) end for i = 3, 1, -1 do coroutine.yield(i) end end)
print(t())
print(t())
print(t())
print(t())
print(t())
print(t())
