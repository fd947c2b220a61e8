-- Looking methods up in several parents.
local function inherit(...)
  local parents = { ... }
  local c = {}
  c.__index = c
  return setmetatable(c, { __index = function(_, k)
    for _, p in ipairs(parents) do
      local v = p[k]
      if v ~= nil then return v end
    end
  end })
end
local Named = { set_name = function(s, n) s.name = n end, get_name = function(s) return s.name end }
local Priced = { set_price = function(s, p) s.price = p end, total = function(s, q) return s.price * q end }
local Item = inherit(Named, Priced)
local it = setmetatable({}, Item)
it:set_name("pen") it:set_price(3)
print(it:get_name(), it:total(4), it.nothing)
