-- Lists that grow by one element of the same kind, of another kind, with holes, beside fields, and after they were emptied.
local function show(t)
  local out = {}
  for i = 1, #t do out[i] = tostring(t[i]) end
  return #t .. ": " .. table.concat(out, " ")
end

local kinds = { 1, 1.5, true, "s", print, {}, false, 2 }
local function name(v) return type(v) == "table" and "table" or type(v) == "function" and "function" or v end
local function put(t, i, v) t[i] = v end

for _, first in ipairs(kinds) do
  for _, later in ipairs(kinds) do
    local t = {}
    for i = 1, 9 do put(t, i, i < 5 and name(first) or name(later)) end
    put(t, 10, nil)
    put(t, 11, nil)
    for i = 9, 6, -1 do put(t, i, nil) end
    put(t, 6, name(first))
    put(t, 7, name(later))
    print(show(t))
  end
end

-- The next keys are there already.
for _, v in ipairs({ 7, "seven" }) do
  local t = { v, v }
  t[4] = "four"
  t[5] = 5
  put(t, 3, v)
  print(show(t))
  put(t, 6, v)
  put(t, 7, v)
  print(show(t))
end

-- Everything is cleared and filled again.
local t = {}
for round = 1, 4 do
  for i = 1, 6 do put(t, i, round % 2 == 0 and "r" .. i or i * round) end
  print(show(t))
  for i = 6, 1, -1 do put(t, i, nil) end
  print(#t, next(t))
end

-- Metatables and frozen-like proxies are asked.
local seen = {}
local guarded = setmetatable({ "a" }, { __newindex = function(o, k, v) seen[#seen + 1] = k rawset(o, k, v) end })
for i = 1, 4 do put(guarded, i, "v" .. i) end
print(show(guarded), table.concat(seen, " "))
local class = { "x" }
class.__index = class
local object = setmetatable({}, class)
print(object[1], object[2])
put(class, 2, "y")
print(object[1], object[2])
