-- Leaving several loops with goto.
for i = 1, 10 do
  for j = 1, 10 do
    if i * j == 42 then
      print("found", i, j)
      goto done
    end
  end
end
print("not found")
::done::
print("after")
do
  goto skip
  print("skipped")
  ::skip:: print("label with statement")
end
