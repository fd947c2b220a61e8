-- A binary heap with a custom order; Dijkstra.
local function heap(lt)
  local h = {}
  local self = {}
  function self.push(v)
    h[#h + 1] = v
    local i = #h
    while i > 1 and lt(h[i], h[i // 2]) do h[i], h[i // 2] = h[i // 2], h[i] i = i // 2 end
  end
  function self.pop()
    local top = h[1]
    h[1] = h[#h]
    h[#h] = nil
    local i = 1
    while true do
      local m, l, r = i, 2 * i, 2 * i + 1
      if h[l] and lt(h[l], h[m]) then m = l end
      if h[r] and lt(h[r], h[m]) then m = r end
      if m == i then return top end
      h[i], h[m] = h[m], h[i]
      i = m
    end
  end
  function self.size() return #h end
  return self
end
local q = heap(function(a, b) return a < b end)
for _, v in ipairs { 5, 3, 8, 1, 9, 2 } do q.push(v) end
local r = {} while q.size() > 1 do r[#r + 1] = q.pop() end
print(table.concat(r, " "))
local graph = { a = { b = 7, c = 9, f = 14 }, b = { a = 7, c = 10, d = 15 }, c = { a = 9, b = 10, d = 11, f = 2 }, d = { b = 15, c = 11, e = 6 }, e = { d = 6, f = 9 }, f = { a = 14, c = 2, e = 9 } }
local dist, pq = { a = 0 }, heap(function(x, y) return x[1] < y[1] end)
pq.push { 0, "a" } pq.push { 1e9, "sentinel" }
while pq.size() > 1 do
  local d, u = table.unpack(pq.pop())
  if d == dist[u] then
    for v, w in pairs(graph[u]) do
      if not dist[v] or d + w < dist[v] then dist[v] = d + w pq.push { d + w, v } end
    end
  end
end
for _, n in ipairs { "a", "b", "c", "d", "e", "f" } do print(n, dist[n]) end
