-- Functions defined in nested scopes and attached to various tables.
local lib = { sub = { deep = {} } }
function lib.a() return "a" end
function lib.sub.b(x) return x end
function lib.sub.deep:c(x) return self == lib.sub.deep and x end
lib.sub.deep["d e"] = function() return "d e" end
lib[1] = function() return "one" end
print(lib.a(), lib.sub.b(2), lib.sub.deep:c(3), lib.sub.deep["d e"](), lib[1]())
for _, name in ipairs { "x", "y" } do
  lib[name] = function(self, n) return name .. n .. (self and self.suffix or "") end
end
lib.suffix = "!"
print(lib:x(1), lib.y(nil, 2), lib["x"](lib, 3))
local function extend(obj) function obj:hello() return "hello from " .. self.name end return obj end
print(extend { name = "n" }:hello())
function lib:recurse(n) if n == 0 then return self.suffix end return n .. self:recurse(n - 1) end
print(lib:recurse(3))
if lib then function lib.conditional() return "cond" end else function lib.never() end end
print(lib.conditional(), lib.never)
