-- error with levels 0, 1 and 2.
local function lvl(n) error("message", n) end
local function caller(n)
  lvl(n)
end
print(pcall(function() error("plain") end))
print(pcall(function() error("level 0", 0) end))
print(pcall(function() error("level 1", 1) end))
print(pcall(function() caller(1) end))
print(pcall(function() caller(2) end))
print(pcall(function() caller(0) end))
local function check(x)
  if type(x) ~= "number" then
    error("number expected, got " .. type(x), 2)
  end
  return x
end
local function user()
  local v = check("x")
  return v
end
print(pcall(user))
