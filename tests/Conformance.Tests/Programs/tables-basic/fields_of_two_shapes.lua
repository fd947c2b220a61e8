-- Sites that see tables whose fields came in different orders, with and without the field, with and without a metatable.
local function read(t) return t.left, t.right, t.value end
local function write(t, v) t.left = v; t.value = (t.value or 0) + 1 end
local a = {value = 1, left = "la", right = "ra"}
local b = {right = "rb", left = "lb", value = 2}
local c = {value = 3}
local d = {left = nil, right = "rd"}
for i = 1, 6 do
  local t = i % 2 == 0 and a or b
  write(t, "l" .. i)
  print(read(t)); print(read(c)); print(read(d))
end
for i = 1, 4 do
  write(c, i); a.left = nil
  print(read(c)); print(read(a)); print(read(b))
  a.left = "again"; c.left = nil
end
for k in pairs(a) do assert(a[k] ~= nil) end

-- New keys of tables whose metatable has no __newindex, or gets one later.
local meta = {__index = function(_, k) return "no " .. tostring(k) end}
local function put(t, k, v) t[k] = v end
local p, q = setmetatable({}, meta), setmetatable({x = 1}, meta)
for i = 1, 3 do put(p, "k" .. i, i); put(q, i, i * 2); put(p, i + 0.5, i) end
print(p.k1, p.k2, p.k3, p.k4, p[1.5], q[1], q[3], q[4], q.x)
put(p, "k2", nil); put(q, 3, nil)
print(p.k2, q[3], #q)
print(pcall(put, p, nil, 1)); print(pcall(put, p, 0/0, 1)); print(pcall(put, setmetatable({}, meta), nil, nil))
meta.__newindex = function(t, k, v) rawset(t, k, "via " .. tostring(v)) end
put(p, "k2", 5); put(p, "k1", 6); put(q, 9, 9)
print(p.k1, p.k2, q[9])
meta.__newindex = nil
put(p, "k9", 1)
print(p.k9)

-- Short and long lists from table.unpack, through metamethods and holes.
local u = setmetatable({1, nil, 3}, {__index = function(_, i) return "i" .. i end})
print(table.unpack(u, 1, 1)); print(table.unpack(u, 2, 3)); print(table.unpack(u, 1, 5)); print(table.unpack(u, 3, 2))
print(table.unpack({}, 1, 2)); print((table.unpack({7, 8}))); print(select("#", table.unpack({}, math.maxinteger - 1, math.maxinteger)))
print(table.unpack({7, 8}, -1, 0)); print(pcall(table.unpack, 5)); print(pcall(table.unpack, nil, 1, 2))
