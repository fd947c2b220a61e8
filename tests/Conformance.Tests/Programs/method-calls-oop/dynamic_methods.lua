-- Methods looked up by computed names, method missing handlers.
local Obj = {}
Obj.__index = function(t, k)
  local v = rawget(Obj, k)
  if v ~= nil then return v end
  local field = type(k) == "string" and k:match("^get_(.+)$")
  if field then return function(self) return rawget(self, field) end end
  return nil
end
function Obj.call(self, name, ...) return self[name](self, ...) end
function Obj:double(x) return x * 2 end
local o = setmetatable({ color = "red", size = 5 }, Obj)
print(o:get_color(), o:get_size(), o:get_shape(), o:call("double", 21))
for _, m in ipairs { "get_color", "get_size" } do print(m, o[m](o)) end
print(pcall(function() o:vanish() end))
print((pcall(o.call, o, "double", {})))
