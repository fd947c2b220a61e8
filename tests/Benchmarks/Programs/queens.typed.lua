-- Backtracking: all placements of n queens, three boolean arrays, recursion. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 12

local function place(row: integer, n: integer, columns: {boolean}, up: {boolean}, down: {boolean}): integer
  if row > n then return 1 end
  local count: integer = 0
  for c = 1, n do
    if not columns[c] and not up[row + c] and not down[row - c + n] then
      columns[c], up[row + c], down[row - c + n] = true, true, true
      count = count + place(row + 1, n, columns, up, down)
      columns[c], up[row + c], down[row - c + n] = false, false, false
    end
  end
  return count
end

local function kernel(n: integer): string
  local columns: {boolean}, up: {boolean}, down: {boolean} = {}, {}, {}
  for i = 1, 2 * n do
    columns[i], up[i], down[i] = false, false, false
  end
  return string.format("%d", place(1, n, columns, up, down))
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT queens " .. r)
print("TIME queens " .. string.format("%.4f", t1 - t0))
