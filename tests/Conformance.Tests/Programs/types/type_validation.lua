-- T(v), T:is(v), T.is(v): results, paths and messages (spec/lua.md section 10).
type Item = { name: string, price: number @min(0), tags?: {string} }
type Order = {
  id: string @min_len(2) @max_len(5) @pattern("^[a-z]+[0-9]*$"),
  items: {Item},
  state: "open" | "closed",
  extra?: {[string]: integer},
}
local function try(v)
  local value, err = Order:is(v)
  if err then
    local d = err:details()
    print(value, err, err:kind(), d.field, d.expected, d.got, d.constraint)
  else
    print(value == v, err)
  end
end
local function order(change)
  local o = { id = "ab1", items = { { name = "x", price = 1 } }, state = "open" }
  for k, v in pairs(change) do o[k] = v end
  return o
end
try(order {})
try(order { more = true })
try("text")
try(nil)
try({})
try(order { id = 5 })
try(order { id = "a" })
try(order { id = "abcdef" })
try(order { id = "A1" })
try(order { state = "lost" })
try(order { items = { { name = "x", price = 1 }, { name = "y", price = -1 } } })
try(order { items = { { name = "x" } } })
try(order { items = { { name = "x", price = "1" } } })
try(order { items = { { name = "x", price = 1, tags = { "a", 2 } } } })
try(order { items = { { name = "x", price = 1, tags = 2 } } })
try(order { extra = { a = 1, b = 2.0 } })
try(order { extra = { a = 1.5 } })
try(order { extra = { ["odd key"] = true } })
try(order { extra = { 7 } })
local o = order {}
print(Order(o) == o, Order.is(o) == o)
print(pcall(Order, 1))
print(pcall(function() return Order({ id = "ab" }) end))
print(pcall(function() return Order() end))
print(pcall(function() return Order(o, o) end))
print(select("#", Order:is(o)), select("#", Order:is(1)))
