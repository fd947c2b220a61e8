-- Shapes of synchronous code.
local Account = {}
Account.__index = Account

function Account.new(balance)
  return setmetatable({ balance = balance }, Account)
end

function Account:deposit(amount)
  if type(amount) ~= "number" then
    error("amount must be a number", 2)
  end
  self.balance = self.balance + amount
end

local function sum(...)
  local s = 0
  for i, v in ipairs({ ... }) do
    if v == nil then goto continue end
    s = s + v * i
    ::continue::
  end
  return s
end

local function gcd(a, b)
  if b == 0 then return a end
  return gcd(b, a % b)
end

local function average(list)
  local total = 0.0
  for i = 1, #list do total = total + list[i] end
  return total / #list, #list
end

local account = Account.new(10)
account:deposit(gcd(12, 18))
local mean, count = average({ 1, 2, 3 })
local name = account.name or (count > 2 and "many") or "few"
print(account.balance, sum(1, 2, 3), mean, count, name)
