-- A function that calls itself at the end and makes functions that hold its parameters.
local kept = {}
local list = { 5, 6, 7, 8 }
local function walk(i, total)
  if i > #list then return total end
  total = total + list[i]
  pcall(function() kept[#kept + 1] = function() return i, total end end)
  return walk(i + 1, total + 0.5)
end
print(walk(1, 0))
for _, f in ipairs(kept) do print(f()) end
list[3] = "7"
print(walk(1, 1))
