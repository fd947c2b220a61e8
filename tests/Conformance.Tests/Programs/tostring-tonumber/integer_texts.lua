-- Texts of integers of every length, made in every way.
local function show(n)
  local joined = "<" .. n .. ">"
  print(tostring(n), joined, n .. "", string.format("%d %s %5d %-5d| %+d %05d %.3d %i", n, n, n, n, n, n, n, n), table.concat({ n, n }, "/"))
end
local p = 1
for e = 0, 18 do
  show(p - 1)
  show(p)
  show(-p)
  show(p + 7 * (p // 10))
  if e < 18 then p = p * 10 end
end
show(math.maxinteger)
show(math.mininteger)
show(math.mininteger + 1)
show(9223372036854775799)
show(1 << 62)
show(-1)
local key = {}
for i = -3, 3 do key["k" .. i] = i end
print(key["k-3"], key["k0"], key["k" .. 3], ("x"):rep(3, 12), #tostring(math.mininteger), (("%d"):format("10")))
