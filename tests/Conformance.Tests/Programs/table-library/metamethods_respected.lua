-- Library functions use __index, __newindex and __len.
local log = {}
local store = { "a", "b", "c" }
local proxy = setmetatable({}, {
  __index = function(_, k) log[#log + 1] = "get" .. tostring(k) return store[k] end,
  __newindex = function(_, k, v) log[#log + 1] = "set" .. tostring(k) store[k] = v end,
  __len = function() return #store end,
})
local function flush(label) print(label, table.concat(log, " ")) log = {} end
table.insert(proxy, "d") flush("insert")
table.insert(proxy, 1, "z") flush("insert at 1")
print(table.concat(store, ","))
print(table.remove(proxy)) flush("remove")
print(table.remove(proxy, 1)) flush("remove 1")
print(table.concat(proxy, ";")) flush("concat")
print(table.unpack(proxy)) flush("unpack")
table.sort(proxy, function(a, b) return a > b end)
print(table.concat(store, ",")) log = {}
table.move(proxy, 1, 2, 2) flush("move")
