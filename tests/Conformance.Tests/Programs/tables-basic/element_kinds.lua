-- Lists whose elements change their kind, holes, and keys around the list.
local function dump(t, n)
  local out = {}
  for i = 0, n do out[#out + 1] = tostring(t[i]) end
  print(#out, table.concat(out, " "))
end

local t = {}
for i = 1, 6 do t[i] = i end
dump(t, 7)
t[3] = 3.5
t[4] = "four"
t[5] = true
dump(t, 7)
t[6] = nil
print(#t)
t[#t + 1] = { } and "tail"
dump(t, 7)

local f = { 1.5, 2.5, 3.5 }
f[2] = 2
print(f[2], math.type(f[2]), math.type(f[1]), f[1] + f[2])
f[1] = -0.0
print(f[1], 1 / f[1])

local b = {}
for i = 1, 10 do b[i] = i % 2 == 0 end
b[3] = true
b[4] = nil
dump(b, 11)
b[4] = 0
dump(b, 11)

-- The kind changes in the middle of a loop.
local s = {}
for i = 1, 20 do
  if i < 8 then s[i] = i elseif i < 12 then s[i] = i + 0.5 elseif i == 12 then s[i] = "x" else s[i] = i % 3 == 0 end
end
dump(s, 21)

-- Emptied and used again with another kind.
while #s > 0 do s[#s] = nil end
s[1] = "again"
s[2] = 2
dump(s, 3)
s[2], s[1] = nil, nil
s[1] = 1
s[2] = 2
dump(s, 3)

-- Starting at 2, at 0, backwards, far away.
local late = {}
for i = 2, 40 do late[i] = i * i end
local sum, count = 0, 0
for k, v in pairs(late) do sum = sum + k * v; count = count + 1 end
print(sum, count, late[2], late[40], late[41], late[1])
late[1] = 1
print(#late)
local zero = {}
for i = 0, 9 do zero[i] = i end
print(#zero, zero[0], zero[9])
local back = {}
for i = 30, 1, -1 do back[i] = i end
print(#back, back[1], back[30])
local far = { [math.maxinteger] = "max", [math.mininteger] = "min", [-1] = "minus", [2^53] = "float" }
far[1] = 1
print(far[math.maxinteger], far[math.mininteger], far[-1], far[2^53 | 0], #far, far[math.maxinteger + 1])
far[math.maxinteger] = nil
print(far[math.maxinteger], far[math.mininteger])

-- Float keys that are integers; keys that cannot be.
local k = {}
k[1.0] = "a"
k[2] = "b"
k[3.0] = "c"
k[0.5] = "half"
print(k[1], k[2.0], k[3], k[0.5], #k, next({ [7.0] = 1 }))
print(pcall(function() k[0 / 0] = 1 end))
print(pcall(function() k[nil] = 1 end))
print(k[0 / 0], k[nil])

-- A queue, and removal and insertion of another kind.
local queue, head, tail = {}, 1, 0
local total = 0
for i = 1, 500 do
  tail = tail + 1
  queue[tail] = i
  if i % 3 ~= 0 then
    total = total + queue[head]
    queue[head] = nil
    head = head + 1
  end
end
print(total, head, tail, queue[head], queue[tail], queue[1])
local m = { 1, 2, 3 }
table.insert(m, 2, "two")
table.insert(m, 1.5)
print(table.concat(m, ","), table.remove(m, 1), table.remove(m), table.concat(m, ","))

-- Modified while it is traversed.
local w = { 1, 2, 3, 4, 5, x = 6, y = 7 }
for key in pairs(w) do w[key] = nil end
print(next(w), #w)
for i = 1, 5 do w[i] = i end
for i, v in ipairs(w) do
  if i == 2 then w[4] = nil end
  w[i] = v .. "!"
end
print(w[1], w[2], w[3], w[4], w[5])

-- A key is removed and written again.
local r = { a = 1, b = 2 }
r[100] = 1
r[100] = nil
r.c = 3
r[100] = 2
print(r[100])
r[100] = nil
print(r[100], r.a, r.b, r.c)
