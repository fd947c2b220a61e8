-- Small loops for the micro measurements: each function does its operation n times.
local object = { value = 1, other = 2 }

local class = {}
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

function M.loop_step(n)
  local s = 0
  for _ = 1, n do s = s + 1 end
  return s
end

function M.integer_arithmetic(n)
  local a, b = 1, 3
  for i = 1, n do a = (a * b + i) % 1000 end
  return a
end

function M.float_arithmetic(n)
  local x = 0.5
  for i = 1, n do x = x * 0.999 + i / 7 end
  return x
end

function M.field_read_write(n)
  for _ = 1, n do object.value = object.value + object.other end
  return object.value
end

function M.array_read_write(n)
  local t = { 1, 2, 3, 4 }
  for i = 1, n do
    local k = i % 4 + 1
    t[k] = t[k] + 1
  end
  return t[1]
end

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

function M.closure(n)
  local f
  for i = 1, n do f = function() return i end end
  return f and f()
end

function M.concatenation(n)
  local length = 0
  for i = 1, n do length = length + #("k" .. i) end
  return length
end

function M.empty_table(n)
  local t
  for _ = 1, n do t = {} end
  return t
end

function M.record(n)
  local t
  for i = 1, n do t = { x = i, y = i, z = i } end
  return t
end

function M.varargs(n)
  local function count(...) return select("#", ...) end
  local s = 0
  for i = 1, n do s = s + count(i, i, i, i) end
  return s
end

function M.callback(n, f)
  local s = 0
  for i = 1, n do s = s + f(i) end
  return s
end

function M.integers(n)
  local t = {}
  for i = 1, n do t[i] = i end
  return t
end

function M.add(a, b)
  return a + b
end

return M
