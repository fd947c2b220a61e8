-- Repeated growth and shrinkage keeps the length right.
local t = {}
for round = 1, 4 do
  for i = 1, round * 10 do t[#t + 1] = round end
  for i = 1, round * 5 do t[#t] = nil end
  print(round, #t)
end
while #t > 3 do table.remove(t, 1) end
print(#t, t[1], t[3], t[4])
for i = #t, 1, -1 do t[i] = nil end
print(#t, next(t))
t[1] = "again"
print(#t)
