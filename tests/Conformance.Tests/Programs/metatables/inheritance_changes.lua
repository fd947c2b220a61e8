-- Inherited fields while classes change: what was found once must not be remembered too long.
local Base = {}
Base.__index = Base
function Base:name() return "base" end
function Base:kind() return "base kind" end

local Derived = setmetatable({}, { __index = Base })
Derived.__index = Derived

local function new(class, x) return setmetatable({ x = x }, class) end
local objects = { new(Base, 1), new(Derived, 2), new(Base, 3), new(Derived, 4) }

local function show(what)
  local out = {}
  for i = 1, 3 do
    out = {}
    for _, o in ipairs(objects) do out[#out + 1] = tostring(o:name()) .. "/" .. tostring(o:kind()) .. "/" .. tostring(o.extra) end
  end
  print(what, table.concat(out, " "))
end

show("start")
function Derived:name() return "derived" end
show("method added below")
function Base:kind() return "changed kind" end
show("method overwritten")
Base.extra = 10
show("field added above")
Base.extra = Base.extra + 1
show("field overwritten")
Derived.extra = 20
show("field hidden")
Derived.extra = nil
show("field shown again")
Base.extra = nil
show("field removed")
Derived.name = nil
show("method removed")
objects[1].extra = "own"
objects[2].name = function() return "own name" end
show("own fields")
objects[1].extra = nil
objects[2].name = nil
show("own fields removed")

local Other = { name = function() return "other" end, kind = function() return "other kind" end }
getmetatable(Derived).__index = Other
show("chain goes elsewhere")
Derived.__index = function(_, key)
  if key == "extra" then return "computed" end
  return function() return "function of " .. key end
end
show("__index becomes a function")
Derived.__index = Derived
setmetatable(Derived, nil)
Derived.name = Base.name
Derived.kind = Base.kind
show("no more parent")
setmetatable(Derived, { __index = { extra = "from a new parent" } })
show("a new parent")
setmetatable(objects[1], Derived)
show("another class")
setmetatable(objects[1], nil)
print(pcall(function() return objects[1]:name() end))
setmetatable(objects[1], Base)
show("back again")

-- Fields of the class as counters, and many methods.
local Counter = { total = 0 }
Counter.__index = Counter
for i = 1, 70 do Counter["add" .. i] = function(self) Counter.total = Counter.total + i; self.n = (self.n or 0) + 1 end end
local counters = { setmetatable({}, Counter), setmetatable({ n = 5 }, Counter), setmetatable({ other = true }, Counter) }
for round = 1, 3 do
  for i = 1, 70 do
    for _, c in ipairs(counters) do c["add" .. i](c) end
    counters[1]:add7()
    counters[2]:add7()
    counters[3]:add8()
  end
end
print(Counter.total, counters[1].n, counters[2].n, counters[3].n, counters[1].total)

-- Prototypes: an object is the parent of another and gets fields late.
local parent = { a = 1 }
local child = setmetatable({ b = 2 }, { __index = parent })
local grandchild = setmetatable({ c = 3 }, { __index = child })
for i = 1, 4 do
  print(grandchild.a, grandchild.b, grandchild.c, grandchild.d, child.a, child.d)
  if i == 1 then parent.d = 4 elseif i == 2 then child.a = 100 elseif i == 3 then parent.d = nil; child.b = nil end
end

-- __newindex appears late; an element of a class.
local plain = new(Base, 0)
plain.y = 1
Base.__newindex = function(t, k, v) rawset(t, k, v * 2) end
plain.z = 2
plain.y = 3
print(plain.x, plain.y, plain.z)
Base[1] = "one"
Base[1] = "uno"
print(plain[1], plain[2], #Base)

-- The metatable of a class is a record that is written to where its form is known.
local function family()
  local link = { __index = { greet = function() return "first" end }, note = 1 }
  local class = setmetatable({}, link)
  class.__index = class
  local object = setmetatable({ x = 1 }, class)
  local said = {}
  for i = 1, 4 do
    said[#said + 1] = object:greet()
    if i == 2 then link.__index = { greet = function() return "second" end } end
    link.note = link.note + 1
  end
  return table.concat(said, " "), link.note
end
print(family())
