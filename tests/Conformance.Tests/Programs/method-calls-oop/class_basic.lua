-- A class with constructor, methods and class fields.
local Account = { count = 0 }
Account.__index = Account
function Account.new(owner, balance)
  Account.count = Account.count + 1
  return setmetatable({ owner = owner, balance = balance or 0 }, Account)
end
function Account:deposit(v) self.balance = self.balance + v return self end
function Account:withdraw(v)
  if v > self.balance then error("insufficient funds", 2) end
  self.balance = self.balance - v
end
local a, b = Account.new("ann", 100), Account.new("bob")
a:deposit(50):deposit(25)
print(a.balance, b.balance, Account.count, a.count)
print(pcall(function() b:withdraw(10) end))
a:withdraw(100)
print(a.balance, getmetatable(a) == Account)
