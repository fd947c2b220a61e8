-- Single inheritance with super calls.
local Animal = {}
Animal.__index = Animal
function Animal.new(cls, name) return setmetatable({ name = name }, cls) end
function Animal:speak() return self.name .. " makes " .. self:sound() end
function Animal:sound() return "a noise" end
local Dog = setmetatable({}, { __index = Animal })
Dog.__index = Dog
function Dog:sound() return "woof" end
local Puppy = setmetatable({}, { __index = Dog })
Puppy.__index = Puppy
function Puppy:sound() return Dog.sound(self):upper() .. " (small)" end
function Puppy:speak() return "[" .. Animal.speak(self) .. "]" end
print(Animal.new(Animal, "it"):speak())
print(Dog:new("rex"):speak())
print(Puppy:new("bit"):speak())
print(getmetatable(Dog:new("x")) == Dog, rawget(Puppy, "new"))
