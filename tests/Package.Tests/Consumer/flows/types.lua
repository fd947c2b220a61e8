-- What a customer wants.
type Order = {id: string, amount: number}

-- What was paid.
type Receipt = {order_id: string, total: number}

return {}
