-- A bank account as a table driven state machine.
local transitions = {
  open = { deposit = "open", withdraw = "open", freeze = "frozen", close = "closed" },
  frozen = { unfreeze = "open", close = "closed" },
  closed = {},
}
local function account(balance)
  local state, history = "open", {}
  local actions = {
    deposit = function(n) balance = balance + n end,
    withdraw = function(n) if n > balance then return nil, "insufficient funds: " .. balance .. " < " .. n end balance = balance - n end,
  }
  return function(event, ...)
    local target = transitions[state][event]
    if not target then return nil, ("event '%s' not allowed in state '%s'"):format(event, state) end
    local f = actions[event]
    if f then
      local _, err = f(...)
      if err then return nil, err end
    end
    history[#history + 1] = state .. ">" .. target
    state = target
    return state, balance, #history
  end
end
local a = account(100)
print(a("deposit", 50))
print(a("withdraw", 500))
print(a("freeze"))
print(a("withdraw", 1))
print(a("unfreeze"))
print(a("withdraw", 20))
print(a("close"))
print(a("deposit", 1))
print(a("nonsense"))
