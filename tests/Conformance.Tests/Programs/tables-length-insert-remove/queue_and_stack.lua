-- Stack, queue and deque built on tables.
local stack = {}
for i = 1, 5 do table.insert(stack, i) end
local out = {}
while #stack > 0 do out[#out + 1] = table.remove(stack) end
print(table.concat(out, " "))
local queue = { first = 1, last = 0 }
local function push(q, v) q.last = q.last + 1 q[q.last] = v end
local function pop(q)
  if q.first > q.last then return nil end
  local v = q[q.first]
  q[q.first] = nil
  q.first = q.first + 1
  return v
end
for _, w in ipairs { "x", "y", "z" } do push(queue, w) end
print(pop(queue), pop(queue)) push(queue, "w")
print(pop(queue), pop(queue), pop(queue))
local dq = { l = 0, r = -1 }
for i = 1, 3 do dq.l = dq.l - 1 dq[dq.l] = i end
local s = {}
for i = dq.l, -1 do s[#s + 1] = dq[i] end
print(table.concat(s, " "))
