-- Positions are those of the innermost Lua function.
local function a(x) local r = x.value return r end
local function b(x) local r = a(x) return r end
local function c(x) local r = b(x) return r end
print(pcall(c, nil))
print(pcall(c, { value = "ok" }))
local obj = { list = { { id = 1 }, {} } }
function obj:sum()
  local s = 0
  for _, item in ipairs(self.list) do
    s = s + item.id
  end
  return s
end
print(pcall(obj.sum, obj))
print(pcall(obj.sum))
table.remove(obj.list)
print(pcall(obj.sum, obj))
