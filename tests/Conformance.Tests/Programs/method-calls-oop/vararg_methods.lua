-- Methods and functions in fields that take any number of arguments, called with fewer, as many and more than they name.
local Log = {}
Log.__index = Log
function Log.new(...) return setmetatable({ n = select("#", ...), ... }, Log) end
function Log:add(a, b, ...)
  return tostring(a) .. " " .. tostring(b) .. " +" .. select("#", ...) .. " " .. tostring((...)) .. " " .. tostring(select(-1, 0, ...))
end
function Log:all(...) return select("#", ...), ... end
function Log:none(...) end
function Log.sum(...)
  local total = 0
  for _, v in ipairs({ ... }) do total = total + v end
  return total
end
function Log:forward(...) return self:all(...) end
function Log:count(n, ...)
  if n == 0 then return select("#", ...), ... end
  return self:count(n - 1, n, ...)
end

local function none() end
local function one() return 1 end
local function two() return 1, nil end
local function three() return 1, nil, 3 end

local function run()
  local log = Log.new(1, nil, 3)
  print(log.n, log[1], log[2], log[3], Log.new().n, Log.new(none()).n, Log.new(none(), none()).n, Log.new(three()).n)
  print(log:add())
  print(log:add(1))
  print(log:add(1, 2))
  print(log:add(1, 2, 3))
  print(log:add(1, 2, nil))
  print(log:add(1, 2, 3, 4))
  print(log:add(none()))
  print(log:add(two()))
  print(log:add(three()))
  print(log:add(0, three()))
  print(log:add(0, 0, three()))
  print(log:add(0, 0, 0, three()))
  print(log:add((three())))
  print(log:add(0, none()))
  print(log:all())
  print(log:all(nil))
  print(log:all(three()))
  print(log:all(one(), two(), three()))
  print((log:all(1, 2)))
  local a, b, c = log:all("x", "y")
  print(a, b, c)
  log:none(print("evaluated"), print("in order"))
  print(Log.sum(), Log.sum(1), Log.sum(1, 2, 3), Log.sum(three()), Log.sum(4, one()))
  print(log:forward(three()))
  print(log:forward())
  print(log:count(4))
  print(log:count(3, "last"))
  print(#{ log:all(1, 2, 3) }, #{ log:all(1, 2, 3), 0 }, ({ log:all() })[1])
end
run()
run()

-- Arguments of the function around are handed on.
local function hand(...)
  local log = Log.new(...)
  return log.n, log:add(...), log:all(...)
end
print(hand())
print(hand(1))
print(hand(1, 2, 3, 4))

-- The function found is another one.
local log = Log.new()
local function call(...) return log:all(...) end
print(call(1, 2))
Log.all = function(self, a, ...) return "replaced", a, ... end
print(call(1, 2))
log.all = function(...) return "own", select("#", ...) end
print(call(1, 2))
log.all = nil
Log.all = nil
print(pcall(call, 1))
