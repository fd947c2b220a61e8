-- A handler that uses up the stack while it handles that the stack is used up.
local function loop(x, y, z) return 1 + loop(x, y, z) end
local function message(f, ...)
  local ok, err = pcall(f, ...)
  return ok, string.find(err, "stack overflow") and "stack overflow" or err
end
print(message(loop))
local result, value = xpcall(loop, function(m)
  print(string.find(m, "stack overflow") ~= nil)
  print(message(loop))
  print(message(function() return loop() end))
  return 15
end)
print(result, value)
print(message(loop))
print(xpcall(loop, loop))
print(xpcall(error, function(m) return m .. "!", message(loop) end, "x", 0))
print(message(loop))
