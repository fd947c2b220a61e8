-- Calls of which exactly two results are used: functions with fewer, more and exactly two, library functions, methods, __call, errors.
local function none() end
local function one(a) return a end
local function two(a, b) return a, b end
local function three(a, b) return a, b, "third" end
local function tail(a, b) return two(a, b) end

local function show(f, ...)
  local a, b = f(...)
  print("any", a, b)
  local c, d = f(1)
  print("one", c, d)
  local e, g = f(1, 2)
  print("two", e, g)
  local h, i = f("x", "y", "z")
  print("three", h, i)
end

show(none)
show(one)
show(two)
show(three)
show(tail)
show(print)
show(pcall, one, 5)
show(setmetatable({}, { __call = function(self, a, b) return type(self), a, b end }))

-- assignments, fields and elements; targets are prepared before the call
local t = {}
local k = "p"
t[k], k = two("q", "r")
print(t.p, k)
t.a, t.b = three(7)
print(t.a, t.b)
local x, y = 1, 2
x, y = two(y, x)
print(x, y)

-- a variable more than values: the call fills the last two
local p, q, r = 0, three(1)
print(p, q, r)
local s, u = "first", two("second", "dropped")
print(s, u)

-- methods
local object = { n = 3 }
function object:pair(m) return self.n, m end
local m, n = object:pair()
print(m, n)
m, n = object:pair(8)
print(m, n)

-- pcall with and without arguments, errors of every kind
local ok, e = pcall(error)
print(ok, e)
ok, e = pcall(error, "message", 0)
print(ok, e)
ok, e = pcall(function() error({ code = 5 }) end)
print(ok, type(e), e.code)
ok, e = pcall(function(v) return v.field end, nil)
print(ok, e)
ok, e = pcall(nil)
print(ok, e)
ok, e = pcall(two, 1)
print(ok, e)
ok, e = pcall(pcall, error)
print(ok, e)
print((pcall(error, "only the first")))
print(pcall(two, 1, 2), pcall(three))

-- what is called is not a function
for _, f in ipairs({ 5, "s" }) do
  print(pcall(function() local a, b = f(1) return a, b end))
  print(pcall(function() local a, b = f(1, 2) return a, b end))
end
print(pcall(function() local a, b = t.missing(1) return a, b end))
print(pcall(function() local a, b = object:missing() return a, b end))
print(pcall(function() local a, b = undefined(1, 2) return a, b end))

-- library functions
local i, j = string.find("needle in hay", "in")
print(i, j)
i, j = ("needle"):find("x")
print(i, j)
i, j = math.modf(-3.5)
print(i, j)
i, j = next({ 10 })
print(i, j)
i, j = next({}, nil)
print(i, j)
i, j = true and 1, tostring(5)
print(i, j)
i, j = ("x"):gsub("x", "y")
print(i, j)

-- deep recursion through two results
local function depth(f, v)
  if v == 0 then return 0, "end" end
  local d, w = f(f, v - 1)
  return d + 1, w
end
print(depth(depth, 5000))
local function endless(f, v)
  local a, b = f(f, v)
  return a, b
end
local caught, text = pcall(endless, endless, 1)
print(caught, (tostring(text):gsub("^.-(stack overflow).*$", "%1")))
