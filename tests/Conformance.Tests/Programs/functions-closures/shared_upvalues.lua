-- Closures made together share their variables.
local function account(balance)
  local function deposit(x) balance = balance + x end
  local function withdraw(x)
    if x > balance then return nil, "insufficient funds" end
    balance = balance - x
    return x
  end
  local function get() return balance end
  return { deposit = deposit, withdraw = withdraw, get = get }
end
local acc = account(100)
acc.deposit(50)
print(acc.get())
print(acc.withdraw(500))
print(acc.withdraw(30), acc.get())
local x = 1
local function inc() x = x + 1 end
local function show() print("x", x) end
inc() show() x = 10 inc() show()
