-- Order functions that contradict themselves: raised at the same place as in the reference implementation, and nothing is compared from outside the list.
local function sorted(list, order)
  local compared = 0
  local ok, message = pcall(table.sort, list, function(a, b)
    assert(a ~= nil and b ~= nil, "outside")
    compared = compared + 1
    return order(a, b)
  end)
  return ok, message, compared, table.concat(list, ",")
end
local function list(n, f) local t = {} for i = 1, n do t[i] = f(i) end return t end

for n = 1, 14 do
  print(n, (sorted(list(n, function(i) return i end), function() return true end)))
  print(n, select(2, sorted(list(n, function(i) return i end), function() return true end)))
  print(n, sorted(list(n, function(i) return -i end), function() return false end))
  print(n, (sorted(list(n, function(i) return i % 3 end), function(a, b) return a <= b end)))
end
for _, n in ipairs { 50, 99, 100, 101, 102, 150, 1000, 5000 } do
  local ok, message, compared = sorted(list(n, function(i) return i end), function() return true end)
  print(n, ok, message, compared)
  ok, message, compared = sorted(list(n, function(i) return i * 7919 % 997 end), function(a, b) return a < b end)
  print(n, ok, message, compared)
end

-- Equal elements end in the order of the reference implementation.
local people = {}
for i = 1, 60 do people[i] = { age = i * 31 % 7, id = i } end
table.sort(people, function(a, b) return a.age < b.age end)
local ids = {}
for i, p in ipairs(people) do ids[i] = p.age .. ":" .. p.id end
print(table.concat(ids, " "))

-- What is compared, in which order.
table.sort({ 5, 3, 8, 1 }, function(a, b) print(a, b) return a < b end)
print(pcall(table.sort, { 1, 2, "x", 4 }))
print(pcall(table.sort, { "x", 1 }))
print(pcall(table.sort, { 3, 2, 1, {} }))
print(pcall(table.sort, { {}, {} }))
