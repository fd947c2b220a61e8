-- The same without a computed name: constant names only.
function step(x)
  local got = coroutine.yield(x)
  return got * 2
end

local function twice(f, x) return f(x) + f(x) end

local co = coroutine.wrap(function()
  return _G.step(1) + twice(function(v) return v + 1 end, 5)
end)
print(co(), co(10))

local yield = rawget(_G, "coroutine").yield
local co2 = coroutine.wrap(function() return twice(yield, 3) end)
print(co2(), co2(4), co2(5))

_G.suspend = function(...) return coroutine.yield(...) end
local co3 = coroutine.wrap(function() return suspend("a", "b") end)
print(co3())
print(co3("c"))
