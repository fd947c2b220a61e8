-- Lists of booleans, which are kept in another way than other elements.
local function show(t)
  local out = {}
  for i = 1, #t do out[i] = tostring(t[i]) end
  return #t .. ": " .. table.concat(out, " ")
end

local flags = {}
for i = 1, 20 do flags[i] = i % 3 == 0 end
print(show(flags))
for i = 2, 20, 4 do flags[i] = not flags[i] end
print(show(flags))
flags[21] = true
flags[#flags + 1] = false
print(show(flags), flags[0], flags[23], flags[22])
table.insert(flags, 1, true)
table.insert(flags, 5, false)
print(show(flags))
print(table.remove(flags, 2), table.remove(flags), table.remove(flags, 1))
print(show(flags))
local count = 0
for i, v in ipairs(flags) do if v then count = count + i end end
for k, v in pairs(flags) do if not v then count = count + k * 1000 end end
print(count)

-- Other values among them.
local a = { true, false, true }
a[2] = 7
print(show(a), math.type(a[2]))
local b = { false, true }
b[3] = "x"
b[1] = 1.5
print(show(b))
local c = { true, true, true }
c[2] = nil
print(c[1], c[2], c[3])
c[2] = false
print(show(c))
local d = { true, false }
d[2] = nil
d[1] = nil
print(#d)
d[1] = 5
d[2] = 6
print(show(d), d[1] + d[2])
d[2] = nil
d[1] = nil
d[1] = true
d[2] = 2.5
print(show(d))
local e = { 1, 2, 3 }
for i = 3, 1, -1 do e[i] = nil end
for i = 1, 40 do e[i] = i > 20 end
print(show(e))

-- Filled from fields.
local f = {}
f[3] = true
f[2] = false
f[1] = true
print(show(f))
f[5] = 1
f[4] = false
print(show(f))

-- Sieve, by false and by nil.
local function sieve(n, empty)
  local s = {}
  for i = 1, n do s[i] = true end
  for i = 2, n do
    if s[i] then
      for j = i * i, n, i do s[j] = empty end
    end
  end
  local sum = 0
  for i = 2, n do if s[i] then sum = sum + i end end
  return sum
end
print(sieve(100, false), sieve(100, nil), sieve(1000, false), sieve(1000))
local packed = table.pack(true, false, true)
print(packed.n, show(packed), table.unpack(packed))
table.sort(flags, function(x, y) return x and not y end)
print(show(flags))
print(show(table.move({ true, false, true }, 1, 3, 2)))
local frozen = { true, true }
local copy = { table.unpack(frozen) }
copy[1] = false
print(frozen[1], copy[1])

-- Elements of an object with a metatable.
local List = {}
List.__index = List
local list = setmetatable({ n = 0 }, List)
function List:add(v) self.n = self.n + 1; self[self.n] = v end
for i = 1, 5 do list:add(i); list:add(i % 2 == 0) end
list[3] = nil
print(list.n, #list, list[1], list[2], list[3], list[10])
local log = {}
local spied = setmetatable({ 1, 2 }, { __newindex = function(t, k, v) log[#log + 1] = k .. "=" .. tostring(v); rawset(t, k, v) end })
spied[1] = 5
spied[3] = 6
spied[3] = nil
spied[3] = 7
spied[2] = nil
spied[2] = nil
spied[4] = nil
print(table.concat(log, " "), spied[1], spied[2], spied[3])
