-- Lists of lists that are fields, or elements of lists of them, in nested loops.
local function new(n)
  local rows = {}
  for i = 1, n do
    rows[i] = {}
    for j = 1, n do rows[i][j] = i * 10.0 + j end
  end
  return {data = rows, n = n}
end

local function sum(m)
  local s = 0.0
  for i = 1, m.n do
    for j = 1, m.n do
      s = s + m.data[i][j]
    end
  end
  return s
end

local function scale(m, k)
  for i = 1, m.n do
    for j = 1, m.n do
      m.data[i][j] = m.data[i][j] * k
    end
  end
  return m
end

local function product(a, b)
  local c = new(a.n)
  for i = 1, a.n do
    for j = 1, a.n do
      local s = 0.0
      for k = 1, a.n do
        s = s + a.data[i][k] * b.data[k][j]
      end
      c.data[i][j] = s
    end
  end
  return c
end

local function cube(list, n)
  local s = 0.0
  for i = 1, n do
    for j = 1, n do
      s = s + list[1][i][j] + list[2].data[i][j]
    end
  end
  return s
end

-- The rows are others after a while, or missing.
local function replaced(m)
  local s = 0.0
  for i = 1, m.n do
    for j = 1, m.n do
      s = s + m.data[i][j]
      if j == 3 then m.data[i] = {1.0, 2.0, 3.0, 0.5, 0.25, 0.125} end
      if i == 4 and j == 1 then m.data = new(m.n).data end
    end
  end
  return s
end

for _ = 1, 4 do
  local m = new(6)
  print(sum(m), sum(scale(m, 0.5)), sum(product(m, new(6))))
  print(cube({new(6).data, new(6)}, 6))
  print(replaced(new(6)), replaced(new(5)))
end

local broken = new(4)
broken.data[3] = nil
print(pcall(sum, broken))
broken.data[3] = {1, 2, "3", 4}
print(pcall(sum, broken))
broken.data[3][3] = {}
print((pcall(sum, broken)))
broken.data = nil
print(pcall(sum, broken))
print(pcall(cube, {new(2).data}, 2))
print(pcall(cube, {false, new(2)}, 2))
broken.data = setmetatable({}, {__index = function(_, i) return {i, i, i, i} end})
print(sum(broken))
