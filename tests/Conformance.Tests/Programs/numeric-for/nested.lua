-- Nested loops with breaks.
for i = 1, 3 do
  local row = {}
  for j = 1, i do row[#row + 1] = i * j end
  print(table.concat(row, " "))
end
local pairs_found = {}
for i = 1, 5 do
  for j = i + 1, 5 do
    if i + j == 6 then pairs_found[#pairs_found + 1] = i .. "+" .. j break end
  end
end
print(table.concat(pairs_found, " "))
for k = 10, 1, -3 do
  if k < 4 then break end
  print(k)
end
