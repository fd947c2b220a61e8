-- The length of a list with holes is one of its borders, and the last element of a list without.
local function is_border(t)
  local n = #t
  return (n == 0 or t[n] ~= nil) and t[n + 1] == nil
end
print(is_border({ nil, 2 }), is_border({ 1, nil, 3 }), is_border({ 1, nil, 3, nil }), is_border({ nil, nil, 3 }), is_border({ [2] = 2 }), is_border({ 1, 2, [4] = 4 }))
local t = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }
for _, hole in ipairs({ 5, 3, 8, 10, 9, 1, 2, 4, 6, 7 }) do
  t[hole] = nil
  print(hole, is_border(t))
end
print(#t)
for i = 20, 1, -1 do
  t[i] = i
  if not is_border(t) then print("no border", i) end
end
print(#t)
for i = 20, 1, -1 do
  t[i] = nil
  if #t ~= i - 1 then print("not without its last", i) end
end
print(#t)
t = { n = 1, 10, 20, nil, 40 }
t[#t + 1] = 50
print(is_border(t))
t[3] = 30
print(is_border(t), is_border({ table.unpack({ 1, nil, 3 }, 1, 3) }), is_border(table.pack(nil, nil, 3)))
