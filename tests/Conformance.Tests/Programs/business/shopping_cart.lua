-- A cart with coupons; methods return self or errors.
local Cart = {}
Cart.__index = Cart
local prices = { apple = 50, bread = 250, milk = 120 }
local coupons = {
  TEN = function(c) return c:subtotal() * 10 // 100 end,
  MILK = function(c) return (c.items.milk or 0) // 2 * prices.milk end,
}
function Cart.new() return setmetatable({ items = {}, order = {}, codes = {} }, Cart) end
function Cart:add(name, n)
  if not prices[name] then return nil, "unknown product '" .. name .. "'" end
  if not self.items[name] then self.order[#self.order + 1] = name end
  self.items[name] = (self.items[name] or 0) + (n or 1)
  return self
end
function Cart:coupon(code)
  if not coupons[code] then return nil, "invalid coupon" end
  if self.codes[code] then return nil, "coupon already used" end
  self.codes[code] = true
  self.codes[#self.codes + 1] = code
  return self
end
function Cart:subtotal() local s = 0 for n, q in pairs(self.items) do s = s + q * prices[n] end return s end
function Cart:total() local t = self:subtotal() for _, c in ipairs(self.codes) do t = t - coupons[c](self) end return t end
local c = Cart.new():add("apple", 4):add("milk", 5):add("bread")
print(c:subtotal(), c:total())
print(c:add("gold"))
print(c:coupon("NOPE"))
print(c:coupon("MILK") == c, c:total())
print(c:coupon("MILK")) c:coupon("TEN")
print(c:total(), table.concat(c.order, ","))
