-- Module tables and frozen tables reject every write (spec/lua.md section 4).
local function try(f, ...) local ok, e = pcall(f, ...) print(ok, e) end
for _, name in ipairs { "string", "table", "math", "os", "coroutine", "channel", "errors" } do
  local ok, e = pcall(function() _G[name].extra = 1 end)
  print(name, ok, (e:find("immutable") or e:find("read-only", 1, true)) ~= nil, table.isfrozen(_G[name]))
end
local t = table.freeze({ 1, 2, x = "y", inner = {} })
print(table.isfrozen(t), table.isfrozen({}), t[1], t.x, #t)
local rejected = 0
for _, f in ipairs {
  function() t.x = 1 end, function() t.new = 1 end, function() t[1] = 9 end, function() t[3] = 3 end, function() t.x = nil end,
  function() rawset(t, "x", 2) end, function() table.insert(t, 4) end, function() table.remove(t) end,
  function() table.sort(t, function(a, b) return a > b end) end, function() table.move({ 5 }, 1, 1, 1, t) end,
} do
  if not pcall(f) then rejected = rejected + 1 end
end
print(rejected, t[1], t.x, #t)
t.inner.free = true
print(t.inner.free, table.freeze(t) == t)
