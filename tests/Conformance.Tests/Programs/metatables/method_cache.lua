-- Calls of methods at one place while classes, objects and metatables change: what a call has found must not be remembered too long.
local function say(o, ...) return o:speak(...) end

local function class(parent)
  local c = setmetatable({}, { __index = parent })
  c.__index = c
  return c
end

local Animal = class()
function Animal:speak(x) return "animal " .. tostring(x) .. " " .. tostring(self.name) end
local Dog = class(Animal)
local Puppy = class(Dog)

local a = setmetatable({ name = "a" }, Animal)
local d = setmetatable({ name = "d" }, Dog)
local p = setmetatable({ name = "p" }, Puppy)

local function show(what)
  local out = {}
  for round = 1, 3 do
    out = {}
    for _, o in ipairs({ a, d, p }) do
      local ok, result = pcall(say, o, round)
      out[#out + 1] = ok and tostring(result) or "error: " .. tostring(result):gsub("^.-:%d+: ", "")
    end
  end
  print(what, table.concat(out, " | "))
end

show("start")
function Dog:speak(x) return "dog " .. x end
show("defined between")
Dog.speak = function(_, x) return "hound " .. x end
show("replaced between")
rawset(Animal, "speak", function() return "raw animal" end)
show("replaced above by rawset")
Puppy.speak = Dog.speak
Dog.speak = nil
show("moved down")
Puppy.speak = nil
show("removed")
Animal.speak = setmetatable({}, { __call = function(_, self, x) return "called " .. self.name .. x end })
show("a table that can be called")
Animal.speak = "text"
show("a string")
Animal.speak = nil
show("nothing")
Animal.speak = function(self) return "again " .. self.name end
show("back")
p.speak = function() return "own" end
show("own method")
p.speak = nil
show("own method removed")
rawset(d, "speak", false)
show("own false")
d.speak = nil
show("own false removed")
setmetatable(p, Animal)
Animal.speak = function(self) return "short " .. self.name end
show("another metatable")
setmetatable(p, nil)
show("no metatable")
setmetatable(p, Puppy)
show("first metatable")
Puppy.__index = { speak = function() return "from a list of methods" end }
show("another __index")
Puppy.__index = function(t, k) return function(self) return k .. " computed for " .. rawget(t, "name") end end
show("__index is a function")
Puppy.__index = nil
show("no __index")
Puppy.__index = Puppy
show("__index is back")
getmetatable(Dog).__index = { speak = function() return "new parent" end }
show("the parent of a class changes")
setmetatable(Dog, nil)
show("a class without parent")
setmetatable(Dog, { __index = Animal })
show("a class with parent")
for k, v in pairs(Animal) do
  if type(v) == "function" then Animal[k] = function(self, ...) return "<" .. v(self, ...) .. ">" end end
end
show("wrapped")
a.extra, d.extra = 1, 2
show("objects with more fields")
a.name = nil
Animal.name = "inherited name"
show("an inherited field")
Animal.name = nil
a.name = "a"

-- The function is looked up before the arguments are evaluated, and each call looks it up anew.
local function swap() Animal.speak = function() return "swapped" end return 1 end
for i = 1, 3 do print(a:speak(swap()), a:speak(i)) end
local count = 0
Animal.speak = function(self)
  count = count + 1
  Animal.speak = function() return "second " .. count end
  return "first " .. count .. " " .. self:speak()
end
for _ = 1, 3 do print(say(a)) end

-- More classes at one place than are remembered, and objects of many forms.
local classes, objects = {}, {}
for i = 1, 9 do
  local c = class(i > 5 and classes[i - 5] or nil)
  if i <= 5 or i % 2 == 0 then c.speak = function(self) return i .. self.name end end
  classes[i] = c
  objects[i] = setmetatable(i % 3 == 0 and { other = 1, name = "x" } or { name = "y" }, c)
end
local function all()
  local out = {}
  for _, o in ipairs(objects) do out[#out + 1] = say(o) end
  return table.concat(out, " ")
end
print(all())
print(all())
for i = 1, 5 do
  local old = classes[i].speak
  classes[i].speak = function(self) return "(" .. old(self) .. ")" end
end
print(all())

-- A class that changes between all calls.
local sum = 0
local Turn = class()
local t = setmetatable({ name = "t" }, Turn)
for i = 1, 5000 do
  Turn.speak = i % 2 == 0 and function() return i end or function() return -2 * i end
  sum = sum + say(t)
end
print(sum)

-- A table for each object.
sum = 0
for i = 1, 50 do
  local o = setmetatable({ i = i }, { __index = { speak = function(self) return self.i end } })
  sum = sum + say(o) + say(o)
end
print(sum)

-- Chains that never end, and tables that are their own metatables.
local loop = {}
loop.__index = loop
setmetatable(loop, loop)
for _ = 1, 3 do print((pcall(say, loop))) end
loop.speak = function() return "found" end
for _ = 1, 3 do print(say(loop), say(setmetatable({}, loop))) end

-- Other receivers at the same place: strings and objects in turn.
local function upper(o) return o:upper() end
local Upper = class()
function Upper:upper() return "upper " .. self.name end
local u = setmetatable({ name = "u" }, Upper)
for i = 1, 3 do print(upper("text"), upper(u), upper(setmetatable({ i = i }, { __index = { upper = function(o) return o.i end } }))) end
for _, o in ipairs({ 1, true, print }) do print(pcall(upper, o)) end
print(pcall(upper))

-- Methods inherited by an object from another object that gets fields all the time.
local proto = { speak = function(self) return self.n end, n = 0 }
local heir = setmetatable({}, { __index = proto })
sum = 0
for i = 1, 100 do
  proto["f" .. i] = i
  proto.n = proto.n + 1
  sum = sum + say(heir)
  if i % 10 == 0 then proto["f" .. i - 5] = nil end
end
print(sum)
