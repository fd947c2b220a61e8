-- Shallow and deep copies, deep comparison.
local function copy(t) local r = {} for k, v in pairs(t) do r[k] = v end return r end
local function deep(t, seen)
  if type(t) ~= "table" then return t end
  seen = seen or {}
  if seen[t] then return seen[t] end
  local r = {}
  seen[t] = r
  for k, v in pairs(t) do r[deep(k, seen)] = deep(v, seen) end
  return r
end
local function equal(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for k, v in pairs(a) do if not equal(v, b[k]) then return false end end
  for k in pairs(b) do if a[k] == nil then return false end end
  return true
end
local t = { 1, { 2, 3 }, k = { x = "y" } }
local s, d = copy(t), deep(t)
t[2][1] = "changed"
print(s[2][1], d[2][1], s[2] == t[2], d[2] == t[2])
print(equal(t, s), equal(t, d), equal(d, { 1, { 2, 3 }, k = { x = "y" } }))
local c = {} c.me = c
print(deep(c).me.me.me ~= c)
