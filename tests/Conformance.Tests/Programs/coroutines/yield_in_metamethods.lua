-- Yielding inside metamethods.
local mt = {
  __add = function(a, b) return coroutine.yield("add") end,
  __index = function(_, k) return coroutine.yield("index " .. k) end,
  __newindex = function(_, k, v) coroutine.yield("newindex " .. k .. "=" .. v) end,
  __call = function(_, x) return coroutine.yield("call " .. x) end,
  __eq = function() return coroutine.yield("eq") end,
  __lt = function() return coroutine.yield("lt") end,
  __concat = function() return coroutine.yield("concat") end,
  __len = function() return coroutine.yield("len") end,
  __unm = function() return coroutine.yield("unm") end,
}
local a, b = setmetatable({}, mt), setmetatable({}, mt)
local co = coroutine.wrap(function()
  local r = {}
  r[1] = a + b
  r[2] = a.key
  a.field = "v"
  r[3] = a("x")
  r[4] = a == b
  r[5] = a < b
  r[6] = a .. b
  r[7] = #a
  r[8] = -a
  for i = 1, 8 do r[i] = tostring(r[i]) end
  return table.concat(r, ",")
end)
print(co())
for i = 1, 9 do print(co("r" .. i)) end
