-- Assigning nil removes keys; next sees the rest.
local t = { a = 1, b = 2, c = 3 }
t.b = nil
local function sorted()
  local r = {}
  for k, v in pairs(t) do r[#r + 1] = k .. v end
  table.sort(r)
  return table.concat(r, " ")
end
print(sorted()) t.b = 9 print(sorted()) t.a = nil t.c = nil t.b = nil
print(sorted() == "", next(t))
for i = 1, 100 do t["k" .. i] = i end
for i = 1, 100 do if i % 10 ~= 0 then t["k" .. i] = nil end end
print(sorted())
