local base = { greet = function(self) return "hi " .. self.name end, kind = "base" }
base.__index = base
local derived = setmetatable({ kind = "derived" }, base)
derived.__index = derived
local o = setmetatable({ name = "o" }, derived)
print(o:greet(), o.kind, o.missing)
local log = setmetatable({}, { __index = function(t, k) return k .. "!" end, __newindex = function(t, k, v) rawset(t, k, v * 2) end })
print(log.x, log[1]) log.y = 5 print(log.y, rawget(log, "x"))
local store = {}
local proxy = setmetatable({}, { __index = store, __newindex = store })
proxy.a = 1 print(store.a, rawget(proxy, "a"), proxy.a)
print(getmetatable("x").__index == string, getmetatable(o) == derived)
local locked = setmetatable({}, { __metatable = "locked" })
print(getmetatable(locked), pcall(setmetatable, locked, {}))
local loop = {} setmetatable(loop, { __index = loop })
print((pcall(function() return setmetatable({}, { __index = loop }).x end)))
local callable = setmetatable({}, { __call = function(self, a, b) return a, b, self ~= nil end })
print(callable(1, 2)) print(pcall(callable, 3))
print(#setmetatable({}, { __len = function() return 42 end }))
print(tostring(setmetatable({}, { __tostring = function() return "custom" end })))
print(pcall(tostring, setmetatable({}, { __tostring = function() return 1 end })))
local Account = {} Account.__index = Account
function Account.new(b) return setmetatable({ balance = b }, Account) end
function Account:deposit(v) self.balance = self.balance + v end
local acc = Account.new(100) acc:deposit(50) print(acc.balance)
local Savings = setmetatable({}, { __index = Account }) Savings.__index = Savings
function Savings.new(b) local s = Account.new(b) return setmetatable(s, Savings) end
function Savings:interest() return self.balance * 0.1 end
local sv = Savings.new(200) sv:deposit(100) print(sv:interest())
print((setmetatable({}, { __concat = function(a, b) return "cat" end }) .. "x"))
print(pcall(function() return setmetatable(1, {}) end))
