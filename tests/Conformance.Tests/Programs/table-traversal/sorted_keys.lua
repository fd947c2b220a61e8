-- Collecting and sorting keys for stable output.
local function sorted(t, cmp)
  local keys = {}
  for k in pairs(t) do keys[#keys + 1] = k end
  table.sort(keys, cmp)
  local i = 0
  return function() i = i + 1 if keys[i] ~= nil then return keys[i], t[keys[i]] end end
end
local ages = { bob = 25, ann = 31, cid = 19, dee = 40 }
for k, v in sorted(ages) do print(k, v) end
for k, v in sorted(ages, function(a, b) return ages[a] > ages[b] end) do print(k, v) end
for k, v in sorted { [3] = "c", [1] = "a", [10] = "j", [2] = "b" } do print(k, v) end
local mixed = { 1, 2, x = 1, [true] = 2, [1.5] = 3 }
for k, v in sorted(mixed, function(a, b) return tostring(a) < tostring(b) end) do print(tostring(k), v) end
