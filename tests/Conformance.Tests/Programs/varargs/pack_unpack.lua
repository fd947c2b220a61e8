-- table.pack and table.unpack keep nils with n.
local t = table.pack(1, nil, 3, nil)
print(t.n, t[1], t[2], t[3], t[4])
print(table.unpack(t, 1, t.n))
print(table.unpack({ 1, 2, 3 }, 2))
print(table.unpack({ 1, 2, 3 }, 2, 3))
print(table.unpack({}, 1, 2))
print(table.pack().n)
local function wrap(f)
  return function(...)
    local r = table.pack(f(...))
    return r.n, table.unpack(r, 1, r.n)
  end
end
print(wrap(function(...) return ... end)(nil, nil))
