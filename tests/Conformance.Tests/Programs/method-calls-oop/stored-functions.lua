-- Calls of functions that the chunk stores in fields, and everything that changes what such a call reaches.
local A = {}
A.__index = A

function A.new(x)
  return setmetatable({ x = x }, A)
end

function A:get()
  return self.x
end

function A:add(n, m)
  self.x = self.x + n
  return self, m
end

function A:many()
  return self.x, self.x + 1, self.x + 2
end

function A:nothing()
  self.touched = true
end

A.double = function(self) return self.x * 2 end
A.tail = function(self, n)
  if n == 0 then return "done" end
  return self:tail(n - 1)
end

local B = setmetatable({ __name = "B" }, { __index = A })
B.__index = B

function B.new(x)
  local b = setmetatable(A.new(x), B)
  b.extra = true
  return b
end

function B:get()
  return A.get(self) * 10
end

local C = { get = function(self) return self.x * 100 end, __index = function(t, k) return A[k] end }

-- one call site, several classes, also objects that have the method themselves
local function show(o)
  print(o:get(), (o:add(1)), select("#", o:many()), o:double())
end

local own = A.new(3)
own.get = function() return "own" end
for _, o in ipairs({ A.new(1), B.new(2), own, setmetatable({ x = 4, get = C.get }, C) }) do
  print(o:get(), select(2, o:add(1, "m")), select("#", o:many()), o:double(), o:tail(3))
end

-- replaced while a loop calls it
local function replaced()
  local a = A.new(1)
  local old = A.get
  local seen = {}
  for i = 1, 6 do
    if i == 3 then A.get = function(self) return "new" .. self.x end end
    if i == 4 then function A:get() return "again" .. self.x end end
    if i == 5 then A.get = old end
    if i == 6 then a.get = function() return "own" end end
    seen[#seen + 1] = a:get()
  end
  A.get = old
  return table.concat(seen, " ")
end
print(replaced())

-- the metatable changes
local function metatables()
  local seen = {}
  local o = A.new(5)
  for i = 1, 5 do
    if i == 2 then setmetatable(o, B) end
    if i == 3 then setmetatable(o, { __index = { get = function() return "table" end } }) end
    if i == 4 then setmetatable(o, { __index = function() return function(self) return "function" .. self.x end end }) end
    if i == 5 then setmetatable(o, A) end
    seen[#seen + 1] = o:get()
  end
  return table.concat(seen, " ")
end
print(metatables())

-- __index changes
local function indexes()
  local seen = {}
  local o = A.new(6)
  for i = 1, 4 do
    if i == 2 then A.__index = B end
    if i == 3 then A.__index = function() return C.get end end
    if i == 4 then A.__index = A end
    seen[#seen + 1] = o:get()
  end
  return table.concat(seen, " ")
end
print(indexes())

-- arguments: too few, too many, from open ends
local a = A.new(10)
local function two() return 1, 2, 3 end
local function none() end
print(select("#", a:add(1)), select("#", a:add(two())), select(2, a:add(two())), select(2, a:add(1, 2, two())))
print(pcall(function() return a:add(none()) end))
print(select("#", a:nothing()), (a:nothing()), a.touched)
print(A.get({ x = "plain" }), A.get(B.new(7)))

-- errors name the method and the field
print(pcall(function() return a:missing() end))
print(pcall(function() return A.missing() end))
print(pcall(function() local n = nil; return n:get() end))
A.wrong = 5
print(pcall(function() return a:wrong() end))
print(pcall(function() return A.get() end))

-- before it is stored, and after it is removed
local L = {}
local function late(o) return o.late and o:late() or "none" end
print(late(L))
function L:late() return "stored" end
print(late(L))
L.late = nil
print(late(L))
print(pcall(function() return L:late() end))

-- deep recursion through methods
local Tree = {}
Tree.__index = Tree
function Tree:depth() return self.child and 1 + self.child:depth() or 1 end
function Tree.last(t) if t.child then return t.child:last() end return t end
local root = setmetatable({}, Tree)
local node = root
for i = 2, 20000 do
  node.child = setmetatable({ id = i }, Tree)
  node = node.child
end
print(root:depth(), root:last().id)
local ok, message = pcall(function()
  node.child = root
  return root:depth()
end)
print(ok, (tostring(message):gsub("^.-:%d+: ", ""):sub(1, 14)))

-- a callable table and a method of another kind under the same name
local D = { get = setmetatable({}, { __call = function(_, self, n) return "called", n end }) }
print(D:get(1), D.get(D, 2))
print((D:get(3)))
local s = { get = string.rep }
print(s.get("ab", 2))
