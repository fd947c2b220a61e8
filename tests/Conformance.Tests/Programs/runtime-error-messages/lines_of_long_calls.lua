-- A call over several lines has the line on which its expression begins.
local t = {f = function(m) error(m) end, g = function(self) error("chained", 2) end}
print(pcall(function()
  t.f(
    "argument on a later line"
  )
end))
print(pcall(function()
  local r = t
    :g()
  return r
end))
print(pcall(function()
  local x
  x
  (
    1
  )
end))
print(pcall(function()
  (function() end)()
  .field = 1
end))
