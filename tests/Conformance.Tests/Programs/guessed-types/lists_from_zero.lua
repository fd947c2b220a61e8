-- Lists that begin at 0: the element is among the fields, and typed copies read it as they read the others.
local function total(t, n)
  local sum = 0
  for i = 0, n do sum = sum + t[i] end
  return sum
end

local function count(values, n, most)
  local counts = {}
  for i = 0, most do counts[i] = 0 end
  for i = 1, n do
    local v = values[i]
    counts[v] = counts[v] + 1
  end
  return counts
end

local function first(t, i) return t[i] * 2 end

local values = {}
for i = 1, 60 do values[i] = i * 7 % 11 end
for round = 1, 12 do
  local counts = count(values, 60, 10)
  if round == 12 then
    local shown = {}
    for i = 0, 10 do shown[#shown + 1] = counts[i] end
    print(#counts, total(counts, 10), table.concat(shown, " "))
  end
end

-- What is at 0 may be missing, removed, come back, or be of another type.
local t = {}
for i = 0, 5 do t[i] = i + 1 end
print(first(t, 0), first(t, 5), pcall(first, t, 6))
t[0] = nil
print(pcall(first, t, 0))
t[0] = 2.5
print(first(t, 0), first(t, 1), t[0])
t[0] = "10"
print(first(t, 0), math.type(first(t, 1)))
t[0] = nil
t[-1] = 7
t[0] = 8
print(first(t, 0), first(t, -1), #t)
local pieces = 0
for k, v in pairs(t) do pieces = pieces + k * v end
print(pieces)

local named = {name = "list"}
for i = 0, 3 do named[i] = i * 10 end
print(first(named, 0), first(named, 3), #named)
named.name = nil
print(first(named, 0), first(named, 3), next(named, 3))

local asked = setmetatable({4, 5}, {__index = function(_, k) return k + 100 end})
print(first(asked, 0), first(asked, 2))
asked[0] = 3
print(first(asked, 0), first(asked, 9))

-- Elements are added behind a list that has an element at 0, and fields that go on with it move into it.
local function fill(t, from, n)
  for i = from, n do t[i] = i * 1.5 end
  return t
end

local grown = fill({}, 0, 20)
print(#grown, grown[0], grown[1], grown[20])
grown[25] = 1.0
fill(grown, 21, 24)
print(#grown, grown[25])
fill(grown, 26, 30)
print(#grown, grown[30], grown[31])
local sparse = {}
sparse[0] = 1
sparse[3] = 3
sparse[2] = 2
sparse[1] = 9
print(#sparse, total(sparse, 3))
sparse[0] = nil
sparse[6] = 6
sparse[4] = 4
sparse[5] = 5
print(#sparse, sparse[6], sparse[0])

-- Rows from 0 of rows from 0.
local function longest(a, b)
  local dp = {}
  for i = 0, #a do
    dp[i] = {}
    for j = 0, #b do dp[i][j] = 0 end
  end
  for i = 1, #a do
    for j = 1, #b do
      if a:byte(i) == b:byte(j) then
        dp[i][j] = dp[i - 1][j - 1] + 1
      elseif dp[i - 1][j] >= dp[i][j - 1] then
        dp[i][j] = dp[i - 1][j]
      else
        dp[i][j] = dp[i][j - 1]
      end
    end
  end
  return dp[#a][#b], #dp, #dp[0]
end
for _ = 1, 12 do longest("abcbdab", "bdcaba") end
print(longest("abcbdab", "bdcaba"))

local function area(p, x1, y1, x2, y2)
  return p[x2][y2] - p[x1 - 1][y2] - p[x2][y1 - 1] + p[x1 - 1][y1 - 1]
end
local p = {}
for i = 0, 6 do
  p[i] = {}
  for j = 0, 6 do p[i][j] = i * j end
end
local sum = 0
for i = 1, 6 do
  for j = 1, 6 do sum = sum + area(p, 1, 1, i, j) * 100 + area(p, i, j, 6, 6) end
end
print(sum)
p[0] = {[0] = 0}
print(pcall(area, p, 1, 1, 2, 2))
p[0] = setmetatable({}, {__index = function() return 0 end})
print(area(p, 1, 1, 2, 2))

-- Texts, booleans and tables at 0.
local function join(t, n)
  local s = ""
  for i = 0, n do s = s .. t[i]:upper() end
  return s
end
local names = {[0] = "a", "b", "c"}
print(join(names, 2))
names[0] = 5
print(pcall(join, names, 2))
local function sizes(t, n)
  local s = 0
  for i = 0, n do s = s + #t[i] end
  return s
end
local lists = {[0] = {1}, {1, 2}, {}}
print(sizes(lists, 2))
lists[0] = "four"
print(sizes(lists, 2))
lists[0] = false
print(pcall(sizes, lists, 2))
