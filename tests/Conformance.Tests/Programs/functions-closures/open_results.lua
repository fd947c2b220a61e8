-- Functions that mostly give one value: none, one and several, handed on as last arguments, and pending when the stack is low.
local log = {}
local function show(...) print(select("#", ...), ...) end

local function maybe(n)
  if n == 1 then return "one" end
  if n == 2 then return nil end
  if n == 3 then return end
  if n == 4 then return false end
end

local id = {}
function id.pass(...) return ... end
function id.count(...) return select("#", ...) end
function id.three(a, b, c) return tostring(a) .. "," .. tostring(b) .. "," .. tostring(c) end

local unknown = ({ maybe })[1]
local pass, count, three = ({ id.pass })[1], ({ id.count })[1], ({ id.three })[1]
for n = 1, 5 do
  show(maybe(n))
  show(unknown(n))
  show("a", unknown(n))
  show("a", "b", unknown(n))
  show("a", "b", "c", unknown(n))
  print(count(unknown(n)), count(1, unknown(n)), count(1, 2, unknown(n)), count(1, 2, 3, unknown(n)))
  print((count((unknown(n)))))
end

-- Tail calls of what may give any number.
local function tail(f, ...) return f(...) end
local function tailOpen(f, g, ...) return f(g(...)) end
local function tailOpen1(f, g, ...) return f("x", g(...)) end
local function tailOpen2(f, g, ...) return f("x", "y", g(...)) end
local function tailOpen3(f, g, ...) return f("x", "y", "z", g(...)) end
local tails = { tail = tail, tailOpen = tailOpen, tailOpen1 = tailOpen1, tailOpen2 = tailOpen2, tailOpen3 = tailOpen3 }
show(tails.tail(pass))
show(tails.tail(pass, nil))
show(tails.tail(pass, 1, 2, 3))
show((tails.tail(pass, 1, 2, 3)))
for _, name in ipairs { "tailOpen", "tailOpen1", "tailOpen2", "tailOpen3" } do
  show(tails[name](pass, pass))
  show(tails[name](pass, pass, 1))
  show(tails[name](count, pass, nil, nil))
  show(tails[name](three, pass, 7, 8, 9))
  show((tails[name](pass, pass, 1, 2, 3, 4)))
end

-- Methods and fields with a call as last argument.
local Object = {}
Object.__index = Object
function Object:get(n) if n == 0 then return end if n < 0 then return self.value end return n end
function Object:add(a, b) log[#log + 1] = tostring(a) .. ":" .. tostring(b); return self end
function Object:both(a, b) return a, b end
function Object:fluent(n) return self:add(self:get(n)) end
local o = setmetatable({ value = "v" }, Object)
o:add(o:get(0)):add(o:get(5)):add(1, o:get(-1)):add(o:both(1, 2)):fluent(3):fluent(0)
Object.add(o, o:both("p", "q"))
Object.add(o:fluent(-1))
print(table.concat(log, " "))
print(o:both(o:both(3, 4)))
print((o:both(o:both(3, 4))))

-- Iterators that end with nothing.
local function range(n) local i = 0 return function() i = i + 1 if i <= n then return i end end end
local sum = 0
for i in range(10) do sum = sum + i end
for i, j in range(3) do sum = sum + i + (j or 100) end
print(sum)
for a, b, c in range(2) do print(a, b, c) end

-- Results are read at once, also when reading them makes a call.
local function deep(n, f, ...) if n == 0 then return f(...) end return deep(n - 1, f, ...) end
print(deep(100, pass, 1, 2, 3))
local function bounce(f, n) if n == 0 then return "done", n end return f(f, n - 1) end
print(bounce(bounce, 300000))
local step
local function even(n) if n == 0 then return true, "even" end return step(n - 1) end
step = function(n) if n == 0 then return false end return even(n - 1) end
print(even(200001))
print(even(200000))
print(count(even(200000)), (even(100000)))
local function nest(f, n) if n == 0 then return 0 end return 1 + pass(f(f, n - 1)) end
print(nest(nest, 150))
local function nestOpen(f, n) if n == 0 then return 7 end return pass(pass(f(f, n - 1))) end
print(pcall(nestOpen, nestOpen, 5000))

-- Errors name what is called.
print(pcall(function() local g return pass(g(1)) end))
print(pcall(function() local f = 5 return f(pass(1, 2)) end))
print(pcall(function() return tails.none(pass()) end))
print(pcall(function() return o:missing(o:get(1)) end))
print(pcall(function() return pass(o:missing(1)) end))
local callable = setmetatable({}, { __call = function(self, ...) return select("#", ...), ... end })
show(callable(pass(1, 2)))
show((callable(pass())))
local function callTail(...) return callable(pass(...)) end
show(callTail())
show(callTail(1))
show(callTail(1, nil))
