-- Functions that wait, which are reached through the table of globals.
function step(x)
  local got = coroutine.yield(x)
  return got * 2
end

local co = coroutine.wrap(function()
  local a = _G.step(1)
  local b = rawget(_G, "step")(2)
  local c = _G["step"](3)
  local yield = _G.coroutine.yield
  local d = yield(4)
  local e = rawget(_G, "coroutine").yield(5)
  return a + b + c + d + e
end)
print(co(), co(10), co(20), co(30), co(40), co(50))

_G.later = function(n)
  for i = 1, n do _G.coroutine.yield(i) end
  return "done"
end
local other = coroutine.create(function() return later(2) end)
for _ = 1, 4 do print(coroutine.resume(other)) end

local names = { "step", "later" }
local third = coroutine.wrap(function()
  return _G[names[1]](7) + #_G[names[2]](1)
end)
print(third(), third(5), third())
