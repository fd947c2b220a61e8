-- Patterns: matching, captures, gmatch and gsub over lines of a log.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 50000

local function kernel(n)
  local levels = { "INFO", "WARN", "ERROR", "DEBUG" }
  local seed = 31
  local lines = {}
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    lines[i] = string.format("2024-%02d-%02d %s [task-%d] user=%s cost=%d items=%d,%d,%d",
      seed % 12 + 1, seed % 28 + 1, levels[seed % 4 + 1], i % 17, "u" .. seed % 500, seed % 9973, i % 7, i % 11, i % 13)
  end
  local months, errors, cost, items, words, users = 0, 0, 0, 0, 0, 0
  for i = 1, n do
    local line = lines[i]
    local year, month, day, level, task = string.match(line, "^(%d+)%-(%d+)%-(%d+) (%u+) %[task%-(%d+)%]")
    months = months + tonumber(month) * tonumber(day) + #year
    if level == "ERROR" then errors = errors + tonumber(task) end
    local found = string.match(line, "cost=(%d+)")
    cost = cost + tonumber(found)
    for item in string.gmatch(string.match(line, "items=(%S+)"), "[^,]+") do items = items + tonumber(item) end
    for key, value in string.gmatch(line, "(%a+)=(%w+)") do words = words + #key * #value end
    local _, replaced = string.gsub(line, "u%d+", "*")
    users = users + replaced
    if string.find(line, "task-1", 1, true) and not string.find(line, "DEBUG") then users = users + 1 end
  end
  return string.format("%d %d %d %d %d %d", months, errors, cost, items, words, users)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT scan " .. r)
print("TIME scan " .. string.format("%.4f", t1 - t0))
