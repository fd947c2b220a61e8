-- Functions that hold no variables, or only such as there is one of, are equal wherever they are evaluated; those with variables of their own are not.
local list = {}
for i = 1, 5 do list[i] = function(x) return x + list[1] end end
print(list[3] == list[4], list[1] == list[5])
for i = 1, 5 do list[i] = function(x) return i + x end end
print(list[3] == list[4])

local function without() return function(x) return math.sin(x) end end
print(without() == without())

local calls = 3
local function with_outer() return function(x) calls = calls + 1 return calls + x end end
print(with_outer() == with_outer(), with_outer()(1), with_outer()(1))

local function with_own()
  local own = 1
  return function(x) own = own + x return own end
end
print(with_own() == with_own(), with_own()(1), with_own()(2))

for i = 1, 3 do
  local function named(...) return select("#", ...), _G end
  list[i] = named
end
print(list[1] == list[2], (list[3](1, nil)))
for i = 1, 3 do
  local function again(n) if n > 0 then return again(n - 1) end return n end
  list[i] = again
end
print(list[1] == list[2], list[3](4))

-- Two that read alike are two.
local function first() end
local function second() end
print(first == second, (function() end) == (function() end))

local seen = {}
local function visit(f) seen[f] = (seen[f] or 0) + 1 return seen[f] end
for _ = 1, 3 do visit(function(a, b, c, d) return a, b, c, d end) visit(function() error("x", 0) end) end
local counts = {}
for _, n in pairs(seen) do counts[#counts + 1] = n end
print(#counts, counts[1], counts[2])

local function sorted(t) table.sort(t, function(a, b) return a > b end) return table.concat(t, " ") end
print(sorted { 1, 3, 2 }, sorted { "b", "c", "a" })

local threads = {}
for i = 1, 2 do
  threads[i] = coroutine.wrap(function(a) local b = coroutine.yield(a) return b * 2 end)
end
print(threads[1](1), threads[2](2), threads[1](3), threads[2](4))
