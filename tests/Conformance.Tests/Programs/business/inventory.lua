-- Inventory with reservations and audit trail.
local Inventory = {}
Inventory.__index = Inventory
function Inventory.new() return setmetatable({ items = {}, trail = {} }, Inventory) end
function Inventory:receive(sku, n) self.items[sku] = (self.items[sku] or 0) + n self:audit("receive", sku, n) end
function Inventory:audit(what, sku, n) table.insert(self.trail, ("%s:%s:%+d"):format(what, sku, n)) end
function Inventory:reserve(lines)
  local missing = {}
  for _, l in ipairs(lines) do
    local have = self.items[l.sku] or 0
    if have < l.qty then missing[#missing + 1] = l.sku .. " (" .. have .. "/" .. l.qty .. ")" end
  end
  if #missing > 0 then return nil, "out of stock: " .. table.concat(missing, ", ") end
  for _, l in ipairs(lines) do
    self.items[l.sku] = self.items[l.sku] - l.qty
    self:audit("reserve", l.sku, -l.qty)
  end
  return #lines
end
local inv = Inventory.new()
inv:receive("pen", 10) inv:receive("cup", 3)
print(inv:reserve { { sku = "pen", qty = 4 }, { sku = "cup", qty = 1 } })
print(inv:reserve { { sku = "pen", qty = 40 }, { sku = "cup", qty = 2 }, { sku = "hat", qty = 1 } })
print(inv:reserve {})
print(inv.items.pen, inv.items.cup, inv.items.hat)
print(table.concat(inv.trail, " "))
