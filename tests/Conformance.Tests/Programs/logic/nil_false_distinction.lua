-- Distinguishing nil from false.
local t = { a = false }
print(t.a, t.b, t.a == nil, t.b == nil, t.a == t.b)
local function get(tbl, k, default)
  local v = tbl[k]
  if v == nil then return default end
  return v
end
print(get(t, "a", true), get(t, "b", true))
print(tostring(nil), tostring(false))
print(type(nil), type(false))
