-- Library names shadowed by locals and parameters.
local function f(print, string, table) return print + string + table end
print(f(1, 2, 3))
do
  local type = function(x) return "my " .. tostring(x) end
  local pairs = function(t) return ipairs(t) end
  print(type(5))
  for k, v in pairs { "a", x = 1 } do print(k, v) end
end
print(type(5))
local math = { floor = function(x) return "shadow " .. x end }
print(math.floor(1.5))
local tostring = function(v) return "<" .. v .. ">" end
print(tostring("x"), 5)
local select, next, error = 1, 2, 3
print(select + next + error)
local string = setmetatable({}, { __index = function(_, k) return k end })
print(string.upper, ("abc"):upper())
