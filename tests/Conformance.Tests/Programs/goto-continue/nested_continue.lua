-- Labels of the same name in nested blocks and continuing an outer loop.
for i = 1, 3 do
  for j = 1, 3 do
    if j == 2 then goto continue end
    if i == 2 then goto next_i end
    print(i, j)
    ::continue::
  end
  ::next_i::
end
for i = 1, 2 do
  for j = 1, 2 do
    if j == 1 then goto continue end
    print("both", i, j)
    ::continue::
  end
  if i == 1 then goto continue end
  print("outer", i)
  ::continue::
end
