-- Closures: created in loops, capturing, passed to map and fold. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 40000

local function counter(step: integer): (integer) -> integer
  local value: integer = 0
  return function(by: integer): integer
    value = value + step * by
    return value
  end
end

local function compose(f: (integer) -> integer, g: (integer) -> integer): (integer) -> integer
  return function(x: integer): integer return f(g(x)) end
end

local function map(list: {integer}, f: (integer) -> integer): {integer}
  local out: {integer} = {}
  for i = 1, #list do out[i] = f(list[i]) end
  return out
end

local function fold(list: {integer}, f: (integer, integer) -> integer, acc: integer): integer
  for i = 1, #list do acc = f(acc, list[i]) end
  return acc
end

local function kernel(n: integer): string
  local list: {integer} = {}
  for i = 1, 100 do list[i] = i end
  local total: integer = 0
  for i = 1, n do
    local add = counter(i % 5)
    add(1)
    add(2)
    local twice = compose(function(x: integer): integer return x * 2 end, function(x: integer): integer return x + i end)
    local mapped = map(list, twice)
    total = (total + fold(mapped, function(a: integer, b: integer): integer return (a + b) % 1000003 end, add(3))) % 1000000007
  end
  return string.format("%d", total)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT closures " .. r)
print("TIME closures " .. string.format("%.4f", t1 - t0))
