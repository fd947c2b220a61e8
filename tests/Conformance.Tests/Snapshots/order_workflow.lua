-- Charges an order and ships it.
local time = require("time")

local RATE = 0.2

-- Adds tax.
local function total(amount)
  return amount + amount * RATE
end

local function charge(order)
  local receipt, err = funcs.call("app:charge", { id = order.id, amount = total(order.amount) })
  if err then
    return nil, err -- the caller decides
  end
  return receipt
end

local function main(order)
  for attempt = 1, 3 do
    local receipt, err = charge(order)
    if receipt then
      order.log[#order.log + 1] = "charged in attempt " .. attempt
      return receipt
    end
    print("attempt " .. attempt .. " failed: " .. tostring(err))
    time.sleep("10s")
  end
  return nil, errors.new({ message = "gave up", kind = errors.UNAVAILABLE })
end

return { main = main }
