-- Batching payments by currency with limits.
local payments = {}
for i = 1, 23 do payments[i] = { id = i, amount = i * 37 % 100 + 1, currency = ({ "EUR", "USD", "GBP" })[i % 3 + 1] } end
local function batches(list, max_count, max_sum)
  local open, closed = {}, {}
  for _, p in ipairs(list) do
    local b = open[p.currency]
    if b and (#b.ids >= max_count or b.sum + p.amount > max_sum) then closed[#closed + 1] = b b = nil end
    if not b then b = { currency = p.currency, ids = {}, sum = 0 } open[p.currency] = b end
    b.ids[#b.ids + 1] = p.id
    b.sum = b.sum + p.amount
  end
  local rest = {}
  for c in pairs(open) do rest[#rest + 1] = c end
  table.sort(rest)
  for _, c in ipairs(rest) do closed[#closed + 1] = open[c] end
  return closed
end
local n, sum = 0, 0
for i, b in ipairs(batches(payments, 4, 180)) do
  print(i, b.currency, b.sum, table.concat(b.ids, " "))
  n, sum = n + #b.ids, sum + b.sum
end
print(n, sum)
