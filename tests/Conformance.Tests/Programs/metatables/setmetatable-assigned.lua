-- The global is a variable like any other.
local plain = setmetatable
local count = 0
function setmetatable(t, meta)
  count = count + 1
  t.counted = count
  return plain(t, meta), "second"
end

local function make() return setmetatable({}, { __index = { inherited = true } }) end
local a, b = make()
print(a.counted, a.inherited, b, select("#", make()))
setmetatable = nil
print(pcall(make))
setmetatable = plain
print(make().counted, count)
