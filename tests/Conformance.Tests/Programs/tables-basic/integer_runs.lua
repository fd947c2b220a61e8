-- Integer keys that follow each other without starting at 1, and what breaks such a run.
local function down(first, last)
  local t = {}
  for i = first, last, -1 do t[i] = i * 2 end
  return t
end

local function up(first, last)
  local t = {}
  for i = first, last do t[i] = i * 2 end
  return t
end

local function sum(t, first, last)
  local s, n = 0, 0
  for i = first, last do
    local v = t[i]
    if v then s, n = s + v, n + 1 end
  end
  return s, n
end

-- Downwards to 1, and not quite.
print(#down(40, 1), sum(down(40, 1), 1, 40))
print(sum(down(40, 2), -1, 41))
print(sum(down(5, -40), -50, 10))
print(sum(up(100, 150), 90, 160))
print(sum(up(-30, 30), -40, 40))
print(sum(up(math.maxinteger - 20, math.maxinteger - 1), math.maxinteger - 30, math.maxinteger - 1))

-- What is not in it.
local t = down(60, 20)
print(t[19], t[61], t[20.0], t[20.5], t["20"], t[true], t[math.mininteger], t[math.maxinteger], t.x)

-- Other keys end it; what was there stays.
local breakers = {
  function(t) t.x = 1 end,
  function(t) t[2.5] = 1 end,
  function(t) t[true] = 1 end,
  function(t) t[10] = 1 end,
  function(t) t[61] = 1 end,
  function(t) t[t] = 1 end,
  function(t) t[0] = 1 end,
  function(t) t[1] = 1 end,
  function(t) t[30] = nil end,
  function(t) t[30] = nil t[30] = 1 end,
  function(t) t[20] = nil t[19] = 1 end,
  function(t) t[60] = nil t[60] = 1 end,
  function(t) t[20] = nil t[20] = 1 t[19] = 2 end,
  function(t) for i = 20, 60 do t[i] = nil end t.y = 2 t[5] = 1 end,
  function(t) for k in pairs(t) do t[k] = nil end end,
  function(t) for k in pairs(t) do t[k] = k end end,
}
for i, change in ipairs(breakers) do
  local t = down(60, 20)
  change(t)
  local n, keys = 0, 0
  for k, v in pairs(t) do
    n = n + 1
    if math.type(k) == "integer" then keys = keys + k end
    assert(rawequal(t[k], v))
  end
  print(i, n, keys, sum(t, 0, 70))
end

-- A run that reaches the list.
local r = down(50, 3)
r[1] = 2
print(#r == 1 or #r == 50, sum(r, 1, 50))
r[2] = 4
print(#r, sum(r, 1, 50))
r[51] = "x"
print(#r, r[51])

-- Reversing fills downwards too.
local function reversed(list)
  local result, n = {}, #list
  for i = 1, n do result[n - i + 1] = list[i] end
  return result
end
local letters = {}
for i = 1, 26 do letters[i] = string.char(96 + i) end
print(table.concat(reversed(letters)), table.concat(reversed(reversed(letters))))
print(table.concat(reversed({ 1, 2.5, 3 }), " "), #reversed({}))

-- A list from 0 on.
local z = { [0] = 10 }
for i = 1, 100 do z[i] = z[i - 1] + i end
print(z[0], z[1], z[100], #z, z[-1], z[101])
z[0] = nil
z[101] = 1
z[0] = 0.5
print(z[0], z[101], #z)
