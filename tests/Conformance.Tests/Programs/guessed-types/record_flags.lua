-- Fields of records that are booleans, and such that are not always there.
local function make(n, odd)
  local list = {}
  for i = 1, n do list[i] = { alive = i % 2 == 0, age = i, heat = i / 2, done = false } end
  if odd then odd(list) end
  return list
end
local function tick(list)
  local log, changed = {}, 0
  for i = 1, #list do
    local c = list[i]
    if c.alive then
      c.age = c.age + 1
      if c.age > 4 or c.heat > 3.5 then c.alive = false changed = changed + 1 end
    elseif not c.done and c.heat < 2 then
      c.alive = true
      c.done = c.alive and c.age > 2
      changed = changed + 10
    else
      c.heat = c.heat * 0.5
    end
    log[i] = (c.alive and "+" or "-") .. (c.done and "d" or "") .. tostring(c.alive == c.done) .. c.age
  end
  return changed, table.concat(log, " ")
end
local list = make(6)
for _ = 1, 4 do print(tick(list)) end
print(tick(make(4, function(l) l[2].alive = nil end)))
print(tick(make(4, function(l) l[2].alive = 1 l[3].done = "no" end)))
print(tick(make(4, function(l) l[1].done = nil l[3].alive = nil end)))
print(pcall(tick, make(4, function(l) l[3] = 5 end)))
print(pcall(tick, make(4, function(l) l[2].age = nil end)))
local base = { alive = true, done = true }
print(tick(make(4, function(l)
  l[2] = setmetatable({ age = 7, heat = 1 }, { __index = base })
  l[4] = setmetatable({ age = 1, heat = 9, alive = false }, { __index = function(_, k) return k == "done" end })
end)))
for i = 1, 10 do
  local l = make(3)
  l[2].alive = i
  print(tick(l))
end

-- a mark that only some get
local function visit(nodes, i, order)
  local node = nodes[i]
  if node.visited then return #order end
  node.visited = true
  order[#order + 1] = i
  for k = 1, #node.to do visit(nodes, node.to[k], order) end
  return #order
end
local order = {}
print(visit({ { to = { 2, 3 } }, { to = { 3, 1 } }, { to = { 4, 2 } }, { to = {} } }, 1, order), table.concat(order, " "))

-- as values
local function flags(list)
  local out, count = {}, 0
  for i = 1, #list do
    local a, b = list[i].alive, list[i].done
    local both = list[i].alive and not list[i].done
    if both then count = count + 1 end
    list[i].done = a
    out[i] = tostring(a) .. tostring(b) .. tostring(both) .. tostring(list[i].alive or list[i].heat > 1)
  end
  return count, table.concat(out, " ")
end
print(flags(make(4)))
print(flags(make(4, function(l) l[2].alive = nil l[3].alive = "x" end)))
