-- Nested pcalls, rethrowing, wrapping errors.
local function inner() error("deep") end
local function middle()
  local ok, e = pcall(inner)
  error("wrapped: " .. e, 0)
end
print(pcall(middle))
local ok, e = pcall(function()
  local ok, e = pcall(error, { n = 1 })
  e.n = e.n + 1
  error(e)
end)
print(ok, e.n)
print(pcall(function()
  local ok1 = pcall(function() local ok2, m = pcall(error, "x", 0) error(m .. "y", 0) end)
  return ok1, "outer fine"
end))
local function try(f, catch, finally)
  local r = table.pack(pcall(f))
  if not r[1] then r = table.pack(true, catch(r[2])) end
  if finally then finally() end
  return table.unpack(r, 2, r.n)
end
print(try(function() return "value" end, print, function() print("finally 1") end))
print(try(function() error("bad", 0) end, function(e) return "caught " .. e end, function() print("finally 2") end))
