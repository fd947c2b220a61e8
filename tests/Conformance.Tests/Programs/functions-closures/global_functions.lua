-- Functions that a global or an earlier local holds for good, and those that only seem so.
local N = tonumber("12")
function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
function tak(x, y, z) if y >= x then return z end return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) end
local isodd
local function iseven(n) if n == 0 then return true end return isodd(n - 1) end
function isodd(n) if n == 0 then return false end return iseven(n - 1) end
local female
local function male(n) if n == 0 then return 0 end return n - female(male(n - 1)) end
function female(n) if n == 0 then return 1 end return n - male(female(n - 1)) end
function several(...) return ... end
function nothing() end
function replaced(n) return n end
function shadowed() return "global" end
local later, used
local holder = { later, used }
function used() return "used" end
function later() return "later" end
print(holder[1], holder[2], later(), used())

print(fib(N), fib(7.0), pcall(fib, "x"), pcall(fib, {}))
print(tak(9, 6, 3), tak(9.5, 6, 3))
print(iseven(10), isodd(10), iseven(7))
print(male(9), female(9))
print(several(1, nil, 3))
print(select("#", several()), select("#", nothing()), (nothing()))
print(type(fib), fib ~= tak, tostring(fib) == tostring(fib))
local f = fib
print(f(10), pcall(f))

print(replaced(1))
replaced = function(n) return n + 100 end
print(replaced(1))

do
  local function shadowed() return "local" end
  print(shadowed())
end
print(shadowed())

-- Defined after something that may have run a function of the chunk: calls before find nil.
local function early() return notyet(1) end
print(pcall(early))
function notyet(n) return n + 1 end
print(pcall(early))

local after
local function callAfter() return after(2) end
print(pcall(callAfter))
function after(n) return n * 2 end
print(pcall(callAfter))

-- Assigned twice, or under a condition.
function twice() return 1 end
function twice() return 2 end
print(twice())
if N > 100 then function conditional() return 1 end end
print(pcall(function() return conditional() end))
local again
function again() return "a" end
local first = again
function again() return "b" end
print(first(), again())

-- Assigned in a function that may run at any time.
function swapped() return "old" end
local function swap() swapped = function() return "new" end end
print(swapped())
swap()
print(swapped())

-- Deep recursion through globals ends in an error.
function endless(n) return 1 + endless(n + 1) end
local ok, message = pcall(endless, 1)
print(ok, (tostring(message):gsub(".*stack overflow.*", "stack overflow")))
function count(n) if n == 0 then return "end" end return count(n - 1) end
print(count(1000000))
