-- Lists that are filled and emptied at their ends.
local function hanoi(n, from, to, via)
  if n == 0 then return 0 end
  local c = hanoi(n - 1, from, via, to)
  to[#to + 1] = from[#from]
  from[#from] = nil
  return c + 1 + hanoi(n - 1, via, to, from)
end
local a, b, c = {}, {}, {}
for i = 8, 1, -1 do a[#a + 1] = i end
print(hanoi(8, a, b, c), #a, #b, #c, table.concat(b, " "))

local function queue(n, first)
  local q, head, tail, s = {}, 1, 0, 0
  for i = 1, first do tail = tail + 1 q[tail] = i end
  for i = 1, n do
    local v = q[head]
    q[head] = nil
    head = head + 1
    s = (s * 31 + v) % 1000003
    tail = tail + 1
    q[tail] = (v * 7 + i) % 1009
  end
  return s, tail - head + 1
end
for _, first in ipairs {1, 2, 5, 64, 300} do print(queue(2000, first)) end
print(pcall(queue, 3, 0))

-- a stack of one kind, and of others
local function run(values)
  local stack = {}
  local out = {}
  for i = 1, #values do
    local v = values[i]
    if v == "pop" then
      out[#out + 1] = tostring(stack[#stack])
      stack[#stack] = nil
    else
      stack[#stack + 1] = v
    end
  end
  return table.concat(out, " "), #stack
end
for _ = 1, 12 do print(run {1, 2, 3, "pop", "pop", 4, "pop", "pop", "pop"}) end
print(run {1.5, 2.5, "pop", "pop", "x", "y", "pop", 1, "pop", "pop"})
print(run {true, false, "pop", "pop", {} and 1, "pop"})

local function push(t, v) t[#t + 1] = v end
local function pop(t) local v = t[#t] t[#t] = nil return v end
local t = {}
for i = 1, 100 do push(t, i) end
for i = 1, 50 do io_sum = (io_sum or 0) + pop(t) end
print(#t, io_sum)
push(t, 1.5) push(t, "s") push(t, t) push(t, nil)
print(#t, pop(t) == t, pop(t), pop(t), pop(t), #t)
while #t > 0 do pop(t) end
print(#t, pop(t), #t, next(t))
push(t, "again")
print(#t, t[1])

-- metatables see what is not there
local log = {}
local watched = setmetatable({}, {
  __newindex = function(t, k, v) log[#log + 1] = k .. "=" .. tostring(v) rawset(t, k, v) end,
  __len = function() return 2 end,
})
for i = 1, 3 do push(watched, i) end
print(table.concat(log, " "), rawget(watched, 3), pop(watched), rawget(watched, 2), rawget(watched, 3))
