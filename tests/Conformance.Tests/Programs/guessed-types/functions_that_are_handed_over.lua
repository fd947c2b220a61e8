-- Functions that are called through a variable and are probably one of a few.
local function integrate(f, a, b, n)
  local h = (b - a) / n
  local s = 0.5 * (f(a) + f(b))
  for i = 1, n - 1 do s = s + f(a + i * h) end
  return s * h
end
local function square(x) return x * x end
local k = 2.0
print(string.format("%.6f", integrate(square, 0.0, 1.0, 100)))
for scale = 1, 3 do
  print(string.format("%.6f", integrate(function(x) return x * scale + k end, 0.0, 1.0, 100)))
end
-- other callees than those of the chunk, and none at all
print(string.format("%.6f", integrate(math.sqrt, 0.0, 1.0, 100)))
print(string.format("%.6f", integrate(setmetatable({}, { __call = function(_, x) return x + 1 end }), 0.0, 1.0, 10)))
print(pcall(integrate, nil, 0.0, 1.0, 3))
print(pcall(integrate, "text", 0.0, 1.0, 3))
print(pcall(integrate, function(x) return "no number " .. x end, 0.0, 1.0, 3))
print(pcall(integrate, function(x) if x > 0.5 then error("beyond") end return x end, 0.0, 1.0, 4))
print(pcall(integrate, function(x) if x > 0.5 then error("told to the caller", 2) end return x end, 0.0, 1.0, 4))
print(pcall(integrate, function(x) return x.y end, 0.0, 1.0, 4))

-- sorts
local function sort(list, less)
  for i = 2, #list do
    local v = list[i]
    local j = i - 1
    while j >= 1 and less(v, list[j]) do
      list[j + 1] = list[j]
      j = j - 1
    end
    list[j + 1] = v
  end
  return list
end
local function up(a, b) return a < b end
local function down(a, b) return a > b end
local calls = 0
local function counted(a, b) calls = calls + 1 return a < b end
local numbers = { 5, 3, 9, 1, 7, 2 }
print(table.concat(sort(numbers, up), " "))
print(table.concat(sort(numbers, down), " "))
print(table.concat(sort(numbers, counted), " "), calls)
print(table.concat(sort({ "b", "c", "a" }, up), " "))
print(table.concat(sort({ 2, 1.5, 1 }, down), " "))
print(pcall(sort, { 1, "x", 2 }, up))
print(pcall(sort, { 1, {}, 2 }, down))
print(pcall(sort, { 3, 2, 1 }))
local odd = setmetatable({ 3, 2, 1 }, { __len = function() return 3 end })
print(table.concat(sort(odd, up), " "))

-- fewer and more arguments than parameters, no result, several
local function apply(f, n)
  local s = 0
  for i = 1, n do s = s + (f(i) or 0.5) end
  return s
end
print(apply(function(a, b) return b and a or a + 1 end, 4))
print(apply(function() return 7 end, 4))
print(apply(function() end, 4))
print(apply(function(a) return a, a * 2 end, 4))
print(apply(function(...) return select("#", ...) end, 4))

-- statements
local log = {}
local function each(list, action)
  for i = 1, #list do action(list[i], i) end
end
each({ 10, 20 }, function(v, i) log[#log + 1] = i .. ":" .. v end)
each({ 1.5 }, function(v) log[#log + 1] = v * 2 end)
print(table.concat(log, " "))

-- the variable gets another function
local function switch(f, n)
  local s = 0
  for i = 1, n do
    s = s + f(i)
    if i == 2 then f = function(x) return x * 100 end end
  end
  return s
end
print(switch(function(x) return x end, 4))

-- recursion through the value, to any depth
local function deep(f, n)
  if n == 0 then return 0 end
  return 1 + f(f, n - 1)
end
print(deep(deep, 150000))
local function nest(f, n) return n == 0 and 0 or f(n) end
local step
step = function(n) return 1 + nest(step, n - 1) end
print(nest(step, 100000))
local function endless(f, x) return 1 + f(f, x + 1) end
local ok, message = pcall(endless, endless, 1)
print(ok, (tostring(message):gsub("^.-:%d+: ", ""):match("stack overflow")))

-- a coroutine that is left within the call
local function walk(visit, n)
  local s = 0
  for i = 1, n do s = s + visit(i) end
  return s
end
local co = coroutine.wrap(function()
  return walk(function(i) return coroutine.yield(i * 10) end, 3)
end)
print(co(), co(1), co(2), co(3))
print(walk(function(i) return i end, 4))

-- equal functions keep what they hold apart
local makers = {}
for i = 1, 3 do makers[i] = function(x) return x + i end end
local total = 0
for _, f in ipairs(makers) do total = total * 10 + walk(f, 2) end
print(total)
local function adder(by)
  return function(x) return x + by end
end
print(walk(adder(1), 3), walk(adder(0.5), 3), pcall(walk, adder("x"), 3))
