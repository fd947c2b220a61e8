-- Comparison functions composed for sorting.
local people = {
  { name = "Ann", age = 31 }, { name = "Bob", age = 25 },
  { name = "Cid", age = 31 }, { name = "Dee", age = 19 },
}
local function by(...)
  local keys = { ... }
  return function(a, b)
    for _, k in ipairs(keys) do
      if a[k] ~= b[k] then return a[k] < b[k] end
    end
    return false
  end
end
local function show()
  local t = {}
  for i, p in ipairs(people) do t[i] = p.name .. p.age end
  print(table.concat(t, " "))
end
table.sort(people, by("age", "name")) show()
table.sort(people, by("name")) show()
table.sort(people, function(a, b) return a.name > b.name end) show()
