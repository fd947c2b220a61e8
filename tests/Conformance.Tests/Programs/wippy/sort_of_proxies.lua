-- table.sort reads every element before the first comparison and writes every element after the last one.
local function proxy(values)
  return setmetatable({}, {
    __index = function(_, i) io_trace[#io_trace + 1] = "r" .. i return values[i] end,
    __newindex = function(_, i, v) io_trace[#io_trace + 1] = "w" .. i values[i] = v end,
    __len = function() return #values end,
  })
end
io_trace = {}
local values = { 3, 1, 2 }
table.sort(proxy(values), function(a, b) io_trace[#io_trace + 1] = a .. "<" .. b return a < b end)
print(table.concat(io_trace, " "))
print(table.concat(values, " "))
-- A comparison that looks at the list sees it as it was.
local list = { 4, 3, 2, 1 }
local seen = {}
table.sort(list, function(a, b) seen[table.concat(list, "")] = true return a < b end)
for order in pairs(seen) do print(order) end
print(table.concat(list, ""))
