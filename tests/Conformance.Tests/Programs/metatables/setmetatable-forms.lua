-- setmetatable as an expression, a statement and the value of a return; what it refuses.
local Meta = { __index = function(_, k) return k end }

local function make(...)
  return setmetatable({ ... }, Meta)
end

local function cleared(t)
  return setmetatable(t, nil)
end

print(#make(1, 2, 3), make().name, getmetatable(cleared(make())))
print(select("#", make(1, 2)), select("#", setmetatable({}, Meta)))
setmetatable(Meta, { __index = { inherited = "yes" } })
print(Meta.inherited)

local function try(t, meta)
  return pcall(function() return setmetatable(t, meta) end)
end

print(try(1, {}))
print(try({}, 1))
print(try("text", {}))
print(try(nil, nil))
print(pcall(function() return setmetatable({}) end))
print(pcall(function() setmetatable() end))
local guarded = setmetatable({}, { __metatable = "locked" })
print(try(guarded, {}))
print(getmetatable(guarded))
print((try(setmetatable({}, {}), nil)))

-- a class that others inherit from gets another parent
local Base, Other, Derived = { name = "base" }, { name = "other" }, {}
local o = setmetatable({}, { __index = setmetatable(Derived, { __index = Base }) })
for i = 1, 3 do
  if i == 2 then setmetatable(Derived, { __index = Other }) end
  if i == 3 then setmetatable(Derived, nil) end
  print(i, o.name)
end

-- evaluated from left to right
local order = {}
local function note(v, n) order[#order + 1] = n return v end
local t = setmetatable(note({}, "table"), note(Meta, "metatable"))
print(table.concat(order, " "), t.x)
