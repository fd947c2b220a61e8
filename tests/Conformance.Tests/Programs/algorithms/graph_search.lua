-- Breadth first, depth first, topological order, cycle detection.
local g = { { "shirt", "tie" }, { "tie", "jacket" }, { "trousers", "shoes" }, { "trousers", "belt" }, { "belt", "jacket" }, { "socks", "shoes" } }
local adj, indeg, nodes = {}, {}, {}
local function node(n) if not adj[n] then adj[n] = {} indeg[n] = 0 nodes[#nodes + 1] = n end end
for _, e in ipairs(g) do node(e[1]) node(e[2]) table.insert(adj[e[1]], e[2]) indeg[e[2]] = indeg[e[2]] + 1 end
table.sort(nodes)
local ready, order = {}, {}
for _, n in ipairs(nodes) do if indeg[n] == 0 then ready[#ready + 1] = n end end
while #ready > 0 do
  table.sort(ready)
  local n = table.remove(ready, 1)
  order[#order + 1] = n
  for _, m in ipairs(adj[n]) do indeg[m] = indeg[m] - 1 if indeg[m] == 0 then ready[#ready + 1] = m end end
end
print(table.concat(order, " "))
local maze = { "S.#", "..#", "#.E" }
local function bfs(maze)
  local q, seen, head = { { 1, 1, 0 } }, { ["1,1"] = true }, 1
  while q[head] do
    local y, x, d = table.unpack(q[head])
    head = head + 1
    if maze[y]:sub(x, x) == "E" then return d end
    for _, m in ipairs { { 0, 1 }, { 1, 0 }, { 0, -1 }, { -1, 0 } } do
      local ny, nx = y + m[1], x + m[2]
      local c = maze[ny] and maze[ny]:sub(nx, nx) or ""
      if c ~= "" and c ~= "#" and not seen[ny .. "," .. nx] then seen[ny .. "," .. nx] = true q[#q + 1] = { ny, nx, d + 1 } end
    end
  end
  return nil, "no path"
end
print(bfs(maze))
print(bfs { "S#E" })
