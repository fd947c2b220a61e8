-- Functions that make lists, called for lists of many kinds.
local function empty() return {} end
local function filled(n, v) local t = {} for i = 1, n do t[i] = v end return t end
local function pair(a, b) return { a, b } end
local function matrix(n, v) local m = {} for i = 1, n do m[i] = filled(n, v) end return m end
local function copy(t) local r = empty() for i = 1, #t do r[i] = t[i] end return r end
local function counted(n) if n < 0 then return {} end local t = {} for i = 0, n do t[i] = i end return t end

local function sum(t, n) local s = 0 for i = 1, n do s = s + t[i] end return s end
local function dot(a, b, n) local s = 0.0 for i = 1, n do s = s + a[i] * b[i] end return s end
local function first(t, n) for i = 1, n do if t[i] then return i end end return 0 end
local function join(t, n) local s = "" for i = 1, n do s = s .. t[i] end return s end
local function trace(m, n) local s = 0 for i = 1, n do s = s + m[i][i] end return s end

local floats, integers, flags, texts = filled(5, 1.5), filled(5, 2), filled(5, false), filled(3, "x")
flags[4] = true
print(sum(floats, 5), sum(integers, 5), first(flags, 5), join(texts, 3))
print(dot(floats, floats, 5), dot(floats, integers, 5))
print(trace(matrix(3, 0.5), 3), trace(matrix(3, 4), 3))
local p, q = pair(1, 2.5), pair("a", "b")
print(p[1] + p[2], q[1] .. q[2], sum(pair(3, 4), 2))
local e, f = empty(), empty()
for i = 1, 4 do e[i] = i * 0.25 f[i] = i end
print(sum(e, 4), sum(f, 4), dot(e, f, 4), sum(copy(e), 4), sum(copy(f), 4))
print(sum(counted(3), 3), #counted(-1))

-- Lists that get other kinds later.
floats[3] = 7
print(sum(floats, 5), dot(floats, floats, 5))
integers[2] = "10"
print(sum(integers, 5))
integers[2] = nil
print(pcall(sum, integers, 5))
texts[2] = 5
print(join(texts, 3))
local m = matrix(3, 0.5)
m[2] = setmetatable({}, { __index = function(_, k) return k * 100 end })
print(trace(m, 3))
m[3] = false
print(pcall(trace, m, 3))
for _ = 1, 20 do
  e[2] = nil
  print(pcall(sum, e, 4))
  e[2] = 1.0
  break
end

-- A maker that keeps what it makes: all callers have the same list.
local kept = {}
local function shared(i) local t = kept[i] or {} kept[i] = t return t end
local s1, s2 = shared(1), shared(1)
s1[1] = 1.5
s2[2] = "z"
print(s1[1] + 1, s1[2], s2[1], rawequal(s1, s2))
local last
local function remembered() local t = {} last = t return t end
local r = remembered()
r[1] = 10
last[1] = last[1] + 0.5
print(r[1], sum(r, 1))
