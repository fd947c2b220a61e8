-- Levels up to five, through methods, tail calls, pcall, metamethods and coroutines.
local function raise(level) error("at " .. level, level) end
local function third(level)
  raise(level)
end
local function second(level)
  third(level)
end
local obj = {}
function obj:first(level)
  second(level)
end
for level = 0, 5 do
  print(pcall(function()
    obj:first(level)
  end))
end
local function tail(level)
  return raise(level)
end
print(pcall(function()
  local r = tail(2)
  return r
end))
print(pcall(function()
  pcall(raise, 2)
  print(select(2, pcall(raise, 3)))
  local r = {pcall(function() raise(4) end)}
  print(r[2])
end))
local co = coroutine.create(function()
  raise(2)
end)
print(coroutine.resume(co))
co = coroutine.create(raise)
print(coroutine.resume(co, 2))
local check = setmetatable({}, {__index = function(_, k) error("no field " .. k, 2) end})
print(pcall(function()
  return check.name
end))
