-- Recursive generators over trees; same fringe.
local function node(v, l, r) return { v = v, l = l, r = r } end
local function insert(t, v)
  if not t then return node(v) end
  if v < t.v then t.l = insert(t.l, v) else t.r = insert(t.r, v) end
  return t
end
local function inorder(t) if t then inorder(t.l) coroutine.yield(t.v) inorder(t.r) end end
local function values(t) return coroutine.wrap(function() inorder(t) end) end
local a, b
for _, v in ipairs { 5, 2, 8, 1, 9, 3 } do a = insert(a, v) end
for _, v in ipairs { 1, 2, 3, 5, 8, 9 } do b = insert(b, v) end
local out = {}
for v in values(a) do out[#out + 1] = v end
print(table.concat(out, " "))
local function same(x, y)
  local g, h = values(x), values(y)
  while true do
    local p, q = g(), h()
    if p ~= q then return false end
    if p == nil then return true end
  end
end
print(same(a, b)) insert(b, 7)
print(same(a, b))
