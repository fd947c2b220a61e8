local types = require("types")

-- Charges an order.
local function main(order: types.Order): types.Receipt
    local receipt, err = funcs.call("app.flows:charge_payment", order)
    if err then
        error(err)
    end
    return receipt
end

return { main = main }
