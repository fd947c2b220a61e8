-- Report tables made by format.
local rows = { { "apples", 3, 0.5 }, { "pears", 12, 1.25 }, { "watermelon", 1, 3 } }
print(("%-12s %5s %8s"):format("item", "qty", "price"))
local total = 0
for _, r in ipairs(rows) do
  print(("%-12s %5d %8.2f"):format(table.unpack(r)))
  total = total + r[2] * r[3]
end
print(("%-12s %5s %8.2f"):format("total", "", total))
print(("%3d%%|%-6s|%06.2f"):format(50, "ab", 3.14159))
print(("%02d:%02d:%02d"):format(3661 // 3600, 3661 % 3600 // 60, 3661 % 60))
print(("%s=%q;"):rep(2):format("a", "1", "b", "2"))
