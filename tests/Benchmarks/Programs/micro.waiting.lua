-- Small loops for the micro measurements, in a chunk that may wait: calls of unknown functions must be ready for a callee that waits,
-- since one that does is a value here.
local waits = { coroutine.yield }
local class = { waits = waits }
class.__index = class

function class:get()
  return self.value
end

local instance = setmetatable({ value = 1 }, class)

local function identity(x)
  return x
end

global_identity = identity

local M = {}

function M.local_call(n)
  local s = 0
  for i = 1, n do s = s + identity(i) end
  return s
end

function M.global_call(n)
  local s = 0
  for i = 1, n do s = s + global_identity(i) end
  return s
end

function M.method_call(n)
  local s = 0
  for _ = 1, n do s = s + instance:get() end
  return s
end

function M.protected_call(n)
  local s = 0
  for i = 1, n do
    local _, v = pcall(identity, i)
    s = s + v
  end
  return s
end

function M.callback(n, f)
  local s = 0
  for i = 1, n do s = s + f(i) end
  return s
end

function M.resume_yield(n)
  local co = coroutine.wrap(function()
    while true do coroutine.yield() end
  end)
  for _ = 1, n do co() end
  return n
end

function M.coroutine_create(n)
  local s = 0
  for i = 1, n do
    local co = coroutine.wrap(function() return 1 end)
    s = s + co()
  end
  return s
end

function M.channel(n)
  if n == 0 then return 0 end
  local ch = channel.new(0)
  coroutine.spawn(function()
    for i = 1, n do ch:send(i) end
  end)
  local s = 0
  for _ = 1, n do s = s + ch:receive() end
  return s
end

return M
