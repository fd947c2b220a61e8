-- Methods that the chunk knows, called where what is found instead may yield.
local Account = {}
Account.__index = Account

function Account.new(balance)
  return setmetatable({ balance = balance }, Account)
end

function Account:get()
  return self.balance
end

function Account:add(amount, note)
  self.balance = self.balance + amount
  self.note = note
end

function Account:both()
  return self.balance, "second"
end

function Account:none()
end

function Account:tail(f)
  return f(self.balance)
end

function Account.fails(value)
  return value.x.y
end

-- Names of generated code.
local start_1_get, call_1_get, value = 1, 2, 3
local function names()
  return start_1_get + call_1_get + value
end

local record = {
  list = function(a, b, c) return a, b, c end,
  result = function(a) return a end,
  value = function(a) return a end,
  callee = function(at, a1) return at, a1 end,
}

local function three()
  return 2, 3, 4
end

local co = coroutine.wrap(function()
  local account = Account.new(10)
  local sum = 0
  for i = 1, 3 do
    account:add(i, "note " .. i)
    account:add(i)
    sum = sum + account:get()
  end
  print(sum, account.note, account:get(), (account:both()))
  print(account:both())
  print(account:none(), (account:none()))
  local nothing = account:none()
  local first, second = account:both()
  print(nothing, first, second)
  print(account:tail(function(v) return v * 2 end), account:tail(coroutine.yield))
  print(account:tail(function() end))

  -- Another function on the object, on the class, and in the fields of another class.
  account.get = function(self) return coroutine.yield("own get " .. self.balance) end
  print(account:get())
  account.add = function(self, amount) local more = coroutine.yield("own add") self.balance = self.balance + amount * more end
  account:add(5)
  print(account.balance)
  account.get, account.add = nil, nil
  Account.get = coroutine.yield
  local got = account:get()
  print(got)
  Account.get = setmetatable({}, { __call = function(_, self) return "called " .. self.balance, coroutine.yield("in call") end })
  got = account:get()
  print(got, account:get())
  for _, wrong in ipairs({ 5, "text", {} }) do
    Account.get = wrong
    print(pcall(function() return 1 + account:get() end))
  end
  Account.get = nil
  print(pcall(function() account:get() end))
  print(pcall(function() local x = account.get(account) return x end))

  print(pcall(function() local x = Account.fails({}) return x end))
  print(pcall(function() local x = Account.fails({ x = { y = coroutine.yield("f") } }) return x end))
  print(record.list(1, three()))
  local a = record.list(1, 2)
  print(a, record.result(7), record.value(8), record.callee(9, 10), names())
  local list = record.list
  record.list = function(...) return coroutine.yield("list", ...) end
  a = record.list(5, 6)
  record.list = list
  print(a, (record.list(a)))
  return "done"
end)

local resumed = { co() }
local n = 0
while resumed[1] ~= "done" do
  for i, v in ipairs(resumed) do
    resumed[i] = type(v) == "table" and "a table" or v
  end
  print("yielded", table.unpack(resumed))
  n = n + 1
  resumed = { co(n) }
end

-- Deep recursion through a method.
function Account:depth(n)
  if n == 0 then
    return self:get()
  end
  local below = self:depth(n - 1)
  return below + 1
end
function Account:get()
  return self.balance
end
print(Account.new(1):depth(5000))
