-- Mixins and method injection.
local Comparable = {
  lt = function(a, b) return a:compare(b) < 0 end,
  eq = function(a, b) return a:compare(b) == 0 end,
  max = function(a, b) return a:lt(b) and b or a end,
}
local function mixin(cls, ...)
  for _, m in ipairs { ... } do for k, v in pairs(m) do cls[k] = cls[k] or v end end
  return cls
end
local Version = mixin({}, Comparable)
Version.__index = Version
function Version.parse(s)
  local a, b = s:match("(%d+)%.(%d+)")
  return setmetatable({ tonumber(a), tonumber(b) }, Version)
end
function Version:compare(o)
  if self[1] ~= o[1] then return self[1] - o[1] end
  return self[2] - o[2]
end
function Version:str() return self[1] .. "." .. self[2] end
local a, b = Version.parse "1.9", Version.parse "1.10"
print(a:lt(b), b:lt(a), a:eq(Version.parse "1.9"), a:max(b):str())
