-- Insert, find, delete, ranges in a search tree.
local T = {}
T.__index = T
local function new() return setmetatable({ n = 0 }, T) end
function T:insert(k, v)
  local node, parent, side = self.root, self, "root"
  while node do
    if k == node.k then node.v = v return false end
    parent, side = node, k < node.k and "l" or "r"
    node = node[side]
  end
  parent[side] = { k = k, v = v }
  self.n = self.n + 1
  return true
end
function T:find(k) local n = self.root while n and n.k ~= k do n = k < n.k and n.l or n.r end return n and n.v end
local function del(n, k)
  if not n then return nil end
  if k < n.k then n.l = del(n.l, k) elseif k > n.k then n.r = del(n.r, k)
  elseif not n.l then return n.r elseif not n.r then return n.l
  else
    local m = n.r
    while m.l do m = m.l end
    n.k, n.v = m.k, m.v
    n.r = del(n.r, m.k)
  end
  return n
end
function T:delete(k) if self:find(k) ~= nil then self.n = self.n - 1 end self.root = del(self.root, k) end
function T:each(f) local function go(n) if n then go(n.l) f(n.k, n.v) go(n.r) end end go(self.root) end
local t = new()
for i, k in ipairs { 50, 30, 70, 20, 40, 60, 80, 30 } do t:insert(k, "v" .. i) end
local function dump() local r = {} t:each(function(k, v) r[#r + 1] = k .. v end) print(t.n, table.concat(r, " ")) end
dump() print(t:find(30), t:find(99)) t:delete(20) t:delete(50) t:delete(99) dump() t:delete(30) t:delete(70) dump()
