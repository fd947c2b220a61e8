-- Fields that are nil in a constructor, removed and added again: each goes behind the others, and stays where generated code looks for it.
local function names(t)
  local list = {}
  for k in pairs(t) do list[#list + 1] = k end
  table.sort(list)
  return table.concat(list, " ")
end

local function new(v) return {value = v, next = nil, prev = nil, owner = "me"} end

-- every order of three fields
local function fill(order)
  local t = {a = nil, b = nil, c = nil, last = 0}
  for i, name in ipairs(order) do t[name] = i end
  return t
end
for _, order in ipairs { {"a", "b", "c"}, {"a", "c", "b"}, {"b", "a", "c"}, {"b", "c", "a"}, {"c", "a", "b"}, {"c", "b", "a"} } do
  local t = fill(order)
  print(t.a, t.b, t.c, t.last, names(t))
  t.b = nil
  print(t.a, t.b, t.c, names(t))
  t.b = 10
  t.d = 11
  t.a = nil
  print(t.a, t.b, t.c, t.d, names(t))
  t.a = 12
  t.last = nil
  print(t.a, t.b, t.c, t.d, t.last, names(t))
end

-- a list in both directions
local List = {}
List.__index = List
function List.new() return setmetatable({head = nil, tail = nil, size = 0}, List) end
function List:append(v)
  local node = new(v)
  node.prev = self.tail
  if self.tail then self.tail.next = node else self.head = node end
  self.tail = node
  self.size = self.size + 1
  return node
end
function List:remove(node)
  if node.prev then node.prev.next = node.next else self.head = node.next end
  if node.next then node.next.prev = node.prev else self.tail = node.prev end
  node.prev, node.next = nil, nil
  self.size = self.size - 1
end
function List:reverse()
  local node = self.head
  while node do
    local after = node.next
    node.next, node.prev = node.prev, after
    node = after
  end
  self.head, self.tail = self.tail, self.head
end
function List:text()
  local out, node = {}, self.head
  while node do
    out[#out + 1] = node.value
    node = node.next
  end
  return table.concat(out, ",") .. " (" .. self.size .. ")"
end
local list = List.new()
local nodes = {}
for i = 1, 20 do nodes[i] = list:append(i) end
print(list:text())
for i = 3, 20, 3 do list:remove(nodes[i]) end
print(list:text())
list:reverse()
print(list:text())
for i = 3, 20, 3 do
  print(nodes[i].value, nodes[i].next, nodes[i].prev, names(nodes[i]))
  nodes[i].value = i * 100
  list:append(nodes[i].value)
end
print(list:text(), names(list), names(nodes[3]), names(nodes[4]))
while list.head do list:remove(list.head) end
print(list:text(), names(list), list.head, list.tail)

-- more fields than one remembers the orders of
local many = {}
for i = 1, 12 do many["f" .. i] = i end
local record = {f1 = nil, f2 = nil, f3 = nil, f4 = nil, f5 = nil, f6 = nil, f7 = nil, f8 = nil, f9 = nil, f10 = nil, f11 = nil, f12 = nil}
local seed = 7
for round = 1, 400 do
  seed = (seed * 16807) % 2147483647
  local name = "f" .. seed % 12 + 1
  if record[name] then record[name] = nil else record[name] = round end
end
local sum = 0
for _, v in pairs(record) do sum = sum + v end
print(sum, names(record))

-- next goes through all of them
local walked = fill {"c", "a", "b"}
local count, key = 0, nil
repeat
  key = next(walked, key)
  if key then count = count + 1 end
until key == nil
print(count, next({x = nil}) == nil)
