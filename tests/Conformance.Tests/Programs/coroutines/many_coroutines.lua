-- A thousand coroutines and deep nesting of resumes.
local cos = {}
for i = 1, 1000 do cos[i] = coroutine.wrap(function() local n = i while true do coroutine.yield(n) n = n + 1 end end) end
local s = 0
for _ = 1, 3 do for i = 1, 1000 do s = s + cos[i]() end end
print(s)
local function nest(n) if n == 0 then return "bottom" end return coroutine.wrap(function() return nest(n - 1) end)() end
print(nest(100))
local function chain(n)
  if n == 0 then coroutine.yield("leaf") return end
  for v in coroutine.wrap(function() chain(n - 1) end) do coroutine.yield(v .. n) end
end
for v in coroutine.wrap(function() chain(20) end) do print(v) end
