-- A token bucket with explicit time.
local function bucket(capacity, per_second)
  local tokens, last = capacity, 0
  return function(now, cost)
    tokens = math.min(capacity, tokens + (now - last) * per_second)
    last = now
    cost = cost or 1
    if tokens < cost then return false, ("retry in %.1fs"):format((cost - tokens) / per_second) end
    tokens = tokens - cost
    return true, tokens
  end
end
local take = bucket(3, 0.5)
for _, t in ipairs { 0, 0, 0, 0, 1, 2, 2.5, 10 } do print(t, take(t)) end
print(take(10, 5))
