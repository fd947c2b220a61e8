-- Functions of names that are declared before, or global: calls before and after the definition, and what may run in between.
local first, second, third, fourth
local log = {}

local function count(n) return n > 0 and first(n - 1) or "done" end
local Stack = {}
Stack.__index = Stack
function Stack.new() return setmetatable({n = 0}, Stack) end
function Stack:push(v) self.n = self.n + 1; self[self.n] = v; return second(self, v) end

function first(n) log[#log + 1] = n; return count(n) end
second = function(stack, v) return stack.n, v, third and third(v) end
print(first(3), table.concat(log, ","))

setmetatable(Stack, {__call = function(class, ...) return class.new(...) end})
third = function(v) return v .. "!" end
function isEven(n) if n == 0 then return true end return isOdd(n - 1) end
isOdd = function(n) if n == 0 then return false end return isEven(n - 1) end
print(Stack():push("a"))
print(isEven(10), isOdd(7), isEven(7))

print(pcall(function() return fourth(1) end))
function fourth(x) return x + 1 end
print(fourth(1))

-- A metamethod may run a function before its turn.
local late
local named = setmetatable({}, {__tostring = function() return tostring(pcall(function() return late() end)) end})
print(tostring(named))
late = function() return 1 end
print(tostring(named))

local again
for i = 1, 2 do
  if i == 2 then again = setmetatable({}, {__len = function() return select(2, pcall(function() return lengthOf() end)) end}) end
  print(i, again and #again)
end
function lengthOf() return 42 end
print(#again)

-- A name that is given another function later.
local changing
changing = function() return "one" end
print(changing())
local function change() changing = function() return "two" end end
change()
print(changing())
local alias = changing
changing = nil
print(alias(), pcall(function() return changing() end))

-- The value of a hoisted function.
local compare
local t = {3, 1, 2}
compare = function(a, b) return a > b end
table.sort(t, compare)
print(table.concat(t, " "), compare == compare, type(compare))

-- Extra and missing arguments, varargs, several results, deep recursion.
local many, deep
many = function(a, ...) return a, select("#", ...), ... end
deep = function(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
print(many()); print(many(1, nil, 3)); print((many(1, 2))); print(deep(10000))
local tail
tail = function(n, acc) if n == 0 then return acc end return tail(n - 1, acc + n) end
print(tail(100000, 0))
print(pcall(function() deep("x") end))
print(pcall(function() local x = deep; return x({}) end))
