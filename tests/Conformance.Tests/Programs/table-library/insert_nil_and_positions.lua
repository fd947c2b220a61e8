-- Inserting at all positions and inserting nil.
for pos = 1, 4 do
  local t = { "a", "b", "c" }
  table.insert(t, pos, "X")
  print(pos, table.concat(t, ","))
end
local t = { 1, 2 }
table.insert(t, nil)
print(#t)
print(select("#", table.insert(t, 3)), #t)
local u = { "a", "b" }
table.insert(u, 2.0, "float position")
print(table.concat(u, ","))
