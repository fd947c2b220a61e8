-- Totals, taxes and discounts of an order.
local order = {
  id = "O-1001",
  customer = { name = "Ann", tier = "gold" },
  lines = {
    { sku = "A1", qty = 2, price = 1999 },
    { sku = "B7", qty = 1, price = 4950 },
    { sku = "C3", qty = 10, price = 125 },
  },
}
local discounts = { gold = 10, silver = 5 }
local function cents(n) return string.format("%d.%02d", n // 100, n % 100) end
local function total(o)
  local sum = 0
  for _, l in ipairs(o.lines) do
    l.amount = l.qty * l.price
    sum = sum + l.amount
  end
  local pct = discounts[o.customer.tier] or 0
  local discount = sum * pct // 100
  local tax = (sum - discount) * 19 // 100
  return { gross = sum, discount = discount, tax = tax, net = sum - discount + tax }
end
local t = total(order)
for _, l in ipairs(order.lines) do print(("%-4s %3d x %8s = %8s"):format(l.sku, l.qty, cents(l.price), cents(l.amount))) end
for _, k in ipairs { "gross", "discount", "tax", "net" } do print(k, cents(t[k])) end
order.customer.tier = "none"
print(cents(total(order).net))
