-- Solving linear equations by elimination.
local function solve(a, b)
  local n = #b
  for i = 1, n do
    local p = i
    for r = i + 1, n do if math.abs(a[r][i]) > math.abs(a[p][i]) then p = r end end
    if a[p][i] == 0 then return nil, "singular" end
    a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
    for r = i + 1, n do
      local f = a[r][i] / a[i][i]
      for c = i, n do a[r][c] = a[r][c] - f * a[i][c] end
      b[r] = b[r] - f * b[i]
    end
  end
  local x = {}
  for i = n, 1, -1 do
    local s = b[i]
    for c = i + 1, n do s = s - a[i][c] * x[c] end
    x[i] = s / a[i][i]
  end
  return x
end
local x = solve({ { 2, 1, -1 }, { -3, -1, 2 }, { -2, 1, 2 } }, { 8, -11, -3 })
print(string.format("%.6f %.6f %.6f", x[1], x[2], x[3]))
print(solve({ { 1, 2 }, { 2, 4 } }, { 1, 2 }))
