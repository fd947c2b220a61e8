-- Functions that wait, put into globals with computed names and called by name.
local function wait(x) return coroutine.yield(x) end

for _, name in ipairs { "first", "second" } do
  _G["wait_" .. name] = function(x) return name, wait(x) end
end
_G["plain_" .. "one"] = function(x) return x + 1 end

local co = coroutine.wrap(function()
  local a, b = wait_first(1)
  local c, d = wait_second(plain_one(b))
  return a, b, c, d
end)
print(co())
print(co(10))
print(co(20))
