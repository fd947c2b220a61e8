-- Removing elements safely by walking backwards or compacting.
local t = { 1, 2, 3, 4, 5, 6, 7, 8 }
for i = #t, 1, -1 do if t[i] % 3 == 0 then table.remove(t, i) end end
print(table.concat(t, " "))
local j = 1
for i = 1, #t do
  local v = t[i]
  t[i] = nil
  if v % 2 == 0 then t[j] = v j = j + 1 end
end
print(#t, table.concat(t, " "))
local function remove_value(list, x)
  for i, v in ipairs(list) do if v == x then return table.remove(list, i) end end
end
print(remove_value(t, 4), remove_value(t, 99), table.concat(t, " "))
