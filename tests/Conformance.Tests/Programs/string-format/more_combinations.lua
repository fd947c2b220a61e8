-- Flags and widths in grids.
for _, flag in ipairs { "", "-", "0", "+", " ", "#", "-+", "+0" } do
  local spec = "[%" .. flag .. "8.3f]"
  print(spec, spec:format(3.14159), spec:format(-3.14159))
end
for _, flag in ipairs { "", "-", "0", "#" } do
  local spec = "[%" .. flag .. "8x]"
  print(spec, spec:format(48879), spec:format(0))
end
for _, p in ipairs { 0, 1, 5, 10 } do
  print(p, ("%." .. p .. "g"):format(math.pi), ("%." .. p .. "e"):format(math.pi), ("%." .. p .. "s"):format("abcdefghijkl"))
end
