-- Pays a charged order back.
local orders = require("orders")
local vendor = require("vendor")

local function main(payment: orders.Payment): (orders.Refund?, error?)
    return vendor.post("/refunds", "refund-" .. payment.order_id, {
        payment_id = payment.id,
        order_id = payment.order_id,
        amount = payment.amount,
    })
end

return { main = main }
