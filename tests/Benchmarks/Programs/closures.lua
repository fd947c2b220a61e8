-- Closures: created in loops, capturing, passed to map and fold.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 40000

local function counter(step)
  local value = 0
  return function(by)
    value = value + step * by
    return value
  end
end

local function compose(f, g)
  return function(x) return f(g(x)) end
end

local function map(list, f)
  local out = {}
  for i = 1, #list do out[i] = f(list[i]) end
  return out
end

local function fold(list, f, acc)
  for i = 1, #list do acc = f(acc, list[i]) end
  return acc
end

local function kernel(n)
  local list = {}
  for i = 1, 100 do list[i] = i end
  local total = 0
  for i = 1, n do
    local add = counter(i % 5)
    add(1)
    add(2)
    local twice = compose(function(x) return x * 2 end, function(x) return x + i end)
    local mapped = map(list, twice)
    total = (total + fold(mapped, function(a, b) return (a + b) % 1000003 end, add(3))) % 1000000007
  end
  return string.format("%d", total)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT closures " .. r)
print("TIME closures " .. string.format("%.4f", t1 - t0))
