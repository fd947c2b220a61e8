-- An LRU cache: methods, a map and a doubly linked list of records. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 1500000

type Node = { key: integer, value: integer, next: Node, previous: Node }
type Cache = { capacity: integer, size: integer, map: {[integer]: Node}, head: Node, tail: Node }

local Cache = {}
Cache.__index = Cache

function Cache.new(capacity: integer): Cache
  local head, tail = {}, {}
  head.next = tail
  tail.previous = head
  return setmetatable({ capacity = capacity, size = 0, map = {}, head = head, tail = tail }, Cache)
end

function Cache:unlink(node: Node)
  node.previous.next = node.next
  node.next.previous = node.previous
end

function Cache:push(node: Node)
  local first: Node = self.head.next
  node.previous = self.head
  node.next = first
  self.head.next = node
  first.previous = node
end

function Cache:get(key: integer): integer?
  local node: Node? = self.map[key]
  if node == nil then return nil end
  self:unlink(node)
  self:push(node)
  return node.value
end

function Cache:put(key: integer, value: integer)
  local node: Node? = self.map[key]
  if node then
    node.value = value
    self:unlink(node)
    self:push(node)
    return
  end
  if self.size == self.capacity then
    local oldest: Node = self.tail.previous
    self:unlink(oldest)
    self.map[oldest.key] = nil
  else
    self.size = self.size + 1
  end
  node = { key = key, value = value }
  self.map[key] = node
  self:push(node)
end

local function kernel(n: integer): string
  local cache = Cache.new(1000)
  local seed: integer, hits: integer, sum: integer = 17, 0, 0
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    local key: integer = seed % 1500
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
