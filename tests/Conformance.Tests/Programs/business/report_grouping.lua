-- Grouping, aggregating and sorting rows into a report.
local sales = {
  { region = "north", product = "pen", amount = 120 }, { region = "south", product = "pen", amount = 80 },
  { region = "north", product = "cup", amount = 45.5 }, { region = "south", product = "cup", amount = 60 },
  { region = "north", product = "pen", amount = 30 }, { region = "west", product = "hat", amount = 200 },
}
local function group(rows, key)
  local groups, order = {}, {}
  for _, r in ipairs(rows) do
    local k = r[key]
    if not groups[k] then groups[k] = {} order[#order + 1] = k end
    table.insert(groups[k], r)
  end
  return groups, order
end
local function sum(rows) local s = 0 for _, r in ipairs(rows) do s = s + r.amount end return s end
for _, key in ipairs { "region", "product" } do
  local g, order = group(sales, key)
  table.sort(order, function(a, b) return sum(g[a]) > sum(g[b]) end)
  for _, k in ipairs(order) do print(("%-8s %-6s %2d %8.2f"):format(key, k, #g[k], sum(g[k]))) end
end
print(sum(sales))
