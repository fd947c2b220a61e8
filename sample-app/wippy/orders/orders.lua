-- What an order is, for the workflow and for every activity.
type Item = { sku: string, quantity: integer, price: number }
type Order = { id: string, customer: string, items: {Item} }
type Payment = { id: string, order_id: string, amount: number }
type Shipment = { id: string, order_id: string, carrier: string }
type Refund = { id: string, payment_id: string, amount: number }
type Receipt = {
    order_id: string,
    status: string,
    amount: number,
    payment: string,
    shipment: string?,
    refund: string?,
    reason: string?,
}

-- The price of everything in the order.
local function total(order: Order): number
    local sum = 0.0
    for _, item in ipairs(order.items) do
        sum = sum + item.quantity * item.price
    end
    return sum
end

return {
    Item = Item,
    Order = Order,
    Payment = Payment,
    Shipment = Shipment,
    Refund = Refund,
    Receipt = Receipt,
    total = total,
}
