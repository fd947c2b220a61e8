local types = require("types")

-- Takes the money.
local function main(order: types.Order): types.Receipt
    return { order_id = order.id, total = order.amount * 1.5 }
end

return { main = main }
