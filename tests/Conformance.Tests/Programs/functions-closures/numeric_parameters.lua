-- Functions whose parameters look like numbers of one kind are given all kinds of values.
local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end
print(fib(20), fib(20.0), fib("x" and 7), math.type(fib(5)), math.type(fib(5.0)))
print(pcall(fib)) print(pcall(fib, {})) print(pcall(fib, "7"))
local num = setmetatable({}, { __lt = function() return true end, __tostring = function() return "num" end })
print(tostring(fib(num)))

-- A jump to the start with another type.
local function count(n, total)
  if n <= 0 then return total end
  return count(n - 1, total + n)
end
print(count(10, 0), count(10, 0.5), count(2.5, 0), pcall(count, "3", 1), pcall(count, 1))
local function widen(n, steps)
  if steps == 0 then return n end
  if steps % 2 == 0 then n = n / 2 end
  return widen(n, steps - 1)
end
print(widen(8, 0), widen(8, 1), widen(8, 2), widen(8, 4), widen("8", 3))

-- The parameter is assigned, captured, and returned beside other kinds.
local function assigned(n)
  n = n + 1
  if n > 5 then n = "many" end
  return n
end
print(assigned(1), assigned(1.5), assigned(5), pcall(assigned, nil))
local function captured(n)
  local limit = n * 2
  local function step() n = n + 1; return n end
  local function more(by) n = n + by; return n end
  while n < limit do step() end
  return n, more(1), step, limit
end
local a, b, step, limit = captured(3)
print(a, b, step(), step(), limit)
a, b, step, limit = captured(1.5)
print(a, b, step(), limit)
local function mixed(n)
  if n == 1 then return 1 elseif n == 2 then return 2.5 elseif n == 3 then return "three" elseif n < 6 then return nil end
  return n * 2, n
end
for i = 1, 7 do print(i, mixed(i)) end
print(mixed(1.0), mixed(7.0), (mixed(7)))

-- Too few, too many, and open lists of arguments.
local function area(w, h, label)
  return (label or "area") .. " " .. w * 2 * (h * 2)
end
print(area(1, 2), area(1, 2, "x", "y"), area(1.5, 2), pcall(area, 1))
local function pair() return 3, 4 end
print(area(pair()), area((pair()), 5), area(1, pair()))

-- Numbers, numeric strings and others.
local function half(x) return x / 2 end
local function next_id(i) return i + 1 end
local function scale(x, i, name) return name .. x * i end
print(half(3), half(3.5), half("5"), next_id(1), next_id(1.5), next_id("2"), pcall(next_id, {}))
print(scale(1.5, 2, "a"), scale(2, 2, "b"), scale(1.5, 2.0, "c"), scale("2", "3", "d"), pcall(scale, 1, nil, "e"))
print(pcall(half), select("#", half(1)))

-- Fields of a table, statements, shared variables.
local M = {}
local sum = 0
function M.add(n) if n > 0 then sum = sum + n end end
function M:scaled(n) return n * 2, self == M end
M.add(1); M.add(2.5); M.add(-1); M.add("4" + 0)
print(sum, M:scaled(4), M:scaled(0.5), pcall(M.add, {}))
local calls = 0
local function note(n) calls = calls + 1; if n < 0 then calls = calls .. "" end end
note(1) note(-1) note(2)
print(calls, math.type(calls))

-- Mutual recursion, and a limit that overflows.
local is_odd
local function is_even(n) if n == 0 then return true end return is_odd(n - 1) end
function is_odd(n) if n == 0 then return false end return is_even(n - 1) end
print(is_even(10), is_odd(7.0), pcall(is_even, "x"))
local function twice(n) return n * 2 + 0 end
print(twice(math.maxinteger), twice(math.mininteger), twice(1e308), twice(-0.0))
local function loop(n) local c = 0 for i = 1, n do c = c + i end return c end
print(loop(4), loop(4.5), loop(0), pcall(loop, {}))
