-- Allocation: many small tables, recursion, garbage. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 13

type Node = { [integer]: any }

local function build(depth: integer): Node
  if depth == 0 then return {} end
  return { build(depth - 1), build(depth - 1) }
end

local function check(t: Node): integer
  local l: Node? = t[1]
  if l then return 1 + check(l) + check(t[2]) end
  return 1
end

local function kernel(n: integer): string
  local total: integer = check(build(n + 1))
  local long = build(n)
  for depth = 4, n, 2 do
    local iters: integer = 1
    for _ = 1, n - depth + 4 do iters = iters * 2 end
    local c: integer = 0
    for _ = 1, iters do c = c + check(build(depth)) end
    total = total + c
  end
  return string.format("%d %d", total, check(long))
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT bintrees " .. r)
print("TIME bintrees " .. string.format("%.4f", t1 - t0))
