-- The life of an order. Every step survives a crash of the process that runs it.
local orders = require("orders")

-- A parcel that the carrier refuses three times is not shipped.
local shipping = funcs.new():with_options({
    ["activity.start_to_close_timeout"] = "30s",
    ["activity.retry_policy"] = { initial_interval = "1s", maximum_attempts = 3 },
})

local function main(order: orders.Order): (orders.Receipt?, error?)
    local amount = orders.total(order)

    print("charging", amount, "to", order.customer)
    local payment, err = funcs.call("app.payments:charge_payment", order)
    if err then
        return nil, err
    end

    print("paid with", payment.id .. ", waiting one hour for a change of mind")
    time.sleep("1h")

    print("shipping", #order.items, "items")
    local shipment, refused = shipping:call("app.shipping:ship_order", order)
    if not refused then
        return {
            order_id = order.id,
            status = "shipped",
            amount = amount,
            payment = payment.id,
            shipment = shipment.id,
        }
    end

    print("not shipped:", refused)
    local refund, lost = funcs.call("app.payments:refund_payment", payment)
    if lost then
        return nil, lost
    end
    return {
        order_id = order.id,
        status = "refunded",
        amount = amount,
        payment = payment.id,
        refund = refund.id,
        reason = tostring(refused),
    }
end

return { main = main }
