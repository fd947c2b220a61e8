-- Roles, inheritance and bit flags.
local bits = { read = 1, write = 2, delete = 4, admin = 8 }
local roles = { guest = { grants = { "read" } }, editor = { parent = "guest", grants = { "write" } }, owner = { parent = "editor", grants = { "delete", "admin" } } }
local function mask(role)
  local r = roles[role]
  if not r then return 0 end
  local m = r.parent and mask(r.parent) or 0
  for _, g in ipairs(r.grants) do m = m | bits[g] end
  return m
end
local function can(role, what) return mask(role) & bits[what] ~= 0 end
for _, role in ipairs { "guest", "editor", "owner", "nobody" } do
  local allowed = {}
  for _, p in ipairs { "read", "write", "delete", "admin" } do if can(role, p) then allowed[#allowed + 1] = p end end
  print(role, mask(role), table.concat(allowed, ","))
end
local m = mask("owner") & ~bits.admin
print(m, ("%04d"):format(tonumber(("%o"):format(m)))) 
