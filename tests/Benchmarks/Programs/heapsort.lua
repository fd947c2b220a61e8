-- Heapsort of integers in one array: index arithmetic, swaps, a small local function.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 300000

local floor = math.floor

local function sift(heap, start, last)
  local root = start
  local value = heap[root]
  while true do
    local child = root * 2
    if child > last then break end
    if child < last and heap[child] < heap[child + 1] then child = child + 1 end
    if value >= heap[child] then break end
    heap[root] = heap[child]
    root = child
  end
  heap[root] = value
end

local function kernel(n)
  local seed = 2024
  local heap = {}
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    heap[i] = seed
  end
  for i = floor(n / 2), 1, -1 do sift(heap, i, n) end
  for last = n, 2, -1 do
    heap[1], heap[last] = heap[last], heap[1]
    sift(heap, 1, last - 1)
  end
  local h = 0
  for i = 1, n do
    if i > 1 and heap[i - 1] > heap[i] then return "unsorted" end
    h = (h * 31 + heap[i]) % 1000000007
  end
  return string.format("%d", h)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT heapsort " .. r)
print("TIME heapsort " .. string.format("%.4f", t1 - t0))
