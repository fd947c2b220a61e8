-- An LRU cache: methods, a map and a doubly linked list of records.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 1500000

local Cache = {}
Cache.__index = Cache

function Cache.new(capacity)
  local head, tail = {}, {}
  head.next = tail
  tail.previous = head
  return setmetatable({ capacity = capacity, size = 0, map = {}, head = head, tail = tail }, Cache)
end

function Cache:unlink(node)
  node.previous.next = node.next
  node.next.previous = node.previous
end

function Cache:push(node)
  local first = self.head.next
  node.previous = self.head
  node.next = first
  self.head.next = node
  first.previous = node
end

function Cache:get(key)
  local node = self.map[key]
  if node == nil then return nil end
  self:unlink(node)
  self:push(node)
  return node.value
end

function Cache:put(key, value)
  local node = self.map[key]
  if node then
    node.value = value
    self:unlink(node)
    self:push(node)
    return
  end
  if self.size == self.capacity then
    local oldest = self.tail.previous
    self:unlink(oldest)
    self.map[oldest.key] = nil
  else
    self.size = self.size + 1
  end
  node = { key = key, value = value }
  self.map[key] = node
  self:push(node)
end

local function kernel(n)
  local cache = Cache.new(1000)
  local seed, hits, sum = 17, 0, 0
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    local key = seed % 1500
    local value = cache:get(key)
    if value then
      hits = hits + 1
      sum = (sum + value) % 1000000007
    else
      cache:put(key, i)
    end
  end
  return string.format("%d %d %d", hits, sum, cache.size)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT lru " .. r)
print("TIME lru " .. string.format("%.4f", t1 - t0))
