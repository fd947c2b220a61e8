-- Edit distance: two rows of integers that take turns, bytes of strings.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 400

local function letters(n, seed)
  local out = {}
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    out[i] = string.char(97 + seed % 7)
  end
  return table.concat(out)
end

local function distance(a, b)
  local previous, current = {}, {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    current[0] = i
    local byte = a:byte(i)
    for j = 1, #b do
      local cost = byte == b:byte(j) and 0 or 1
      local best = previous[j - 1] + cost
      if previous[j] + 1 < best then best = previous[j] + 1 end
      if current[j - 1] + 1 < best then best = current[j - 1] + 1 end
      current[j] = best
    end
    previous, current = current, previous
  end
  return previous[#b]
end

local function kernel(n)
  local total = 0
  for seed = 1, 10 do total = total + distance(letters(n, seed), letters(n + seed, seed * 77)) end
  return string.format("%d", total)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT levenshtein " .. r)
print("TIME levenshtein " .. string.format("%.4f", t1 - t0))
