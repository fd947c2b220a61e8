-- Inverting, grouping, indexing, comparing tables.
local function invert(t) local r = {} for k, v in pairs(t) do r[v] = k end return r end
local inv = invert { a = "x", b = "y", c = "z" }
print(inv.x, inv.y, inv.z)
local back = invert(invert { 5, 6, 7 })
print(back[1], back[2], back[3])
local function keys_equal(a, b) for k in pairs(a) do if b[k] == nil then return false end end for k in pairs(b) do if a[k] == nil then return false end end return true end
print(keys_equal({ a = 1, b = 2 }, { b = 3, a = 4 }), keys_equal({ a = 1 }, { a = 1, c = 1 }))
local by_len = {}
for _, w in ipairs { "to", "be", "or", "not", "that", "is" } do
  by_len[#w] = by_len[#w] or {}
  table.insert(by_len[#w], w)
end
for n = 1, 4 do print(n, by_len[n] and table.concat(by_len[n], " ") or "none") end
local function equal_sets(a, b) local sa = {} for _, v in ipairs(a) do sa[v] = true end for _, v in ipairs(b) do if not sa[v] then return false end end return #a == #b end
print(equal_sets({ 1, 2, 3 }, { 3, 2, 1 }), equal_sets({ 1 }, { 2 }))
