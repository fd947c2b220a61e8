-- Hands an order to the carrier.
local orders = require("orders")
local vendor = require("vendor")

local function main(order: orders.Order): (orders.Shipment?, error?)
    return vendor.post("/shipments", "ship-" .. order.id, {
        order_id = order.id,
        customer = order.customer,
        items = order.items,
    })
end

return { main = main }
