-- Matrix product, transpose, determinant, identity power.
local function mul(a, b)
  local r = {}
  for i = 1, #a do
    r[i] = {}
    for j = 1, #b[1] do
      local s = 0
      for k = 1, #b do s = s + a[i][k] * b[k][j] end
      r[i][j] = s
    end
  end
  return r
end
local function show(m) local rows = {} for i, r in ipairs(m) do rows[i] = table.concat(r, " ") end print(table.concat(rows, " / ")) end
show(mul({ { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } }))
local function transpose(m) local r = {} for j = 1, #m[1] do r[j] = {} for i = 1, #m do r[j][i] = m[i][j] end end return r end
show(transpose { { 1, 2, 3 }, { 4, 5, 6 } })
local function det(m)
  if #m == 1 then return m[1][1] end
  local s = 0
  for c = 1, #m do
    local minor = {}
    for i = 2, #m do
      minor[i - 1] = {}
      for j = 1, #m do if j ~= c then table.insert(minor[i - 1], m[i][j]) end end
    end
    s = s + (c % 2 == 1 and 1 or -1) * m[1][c] * det(minor)
  end
  return s
end
print(det { { 2, 0, 1 }, { 1, 3, 2 }, { 1, 1, 1 } }, det { { 1, 2 }, { 3, 4 } })
local function power(m, n)
  if n == 1 then return m end
  local h = power(m, n // 2)
  h = mul(h, h)
  return n % 2 == 1 and mul(h, m) or h
end
show(power({ { 1, 1 }, { 1, 0 } }, 50))
