-- next over sequences and hashes.
local t = { "a", "b" }
print(next(t))
print(next(t, 1))
print(next(t, 2))
print(next({}))
print(next({ only = "value" }))
local k, v = next(t)
print(k, v, math.type(k))
local function is_empty(x) return next(x) == nil end
print(is_empty({}), is_empty({ false }), is_empty({ x = 1 }), is_empty(setmetatable({}, { __index = { 1 } })))
local n, key = 0, nil
local h = { a = 1, b = 2, c = 3, 10, 20 }
repeat key = next(h, key) if key ~= nil then n = n + 1 end until key == nil
print(n)
print(select(2, pcall(function() local x = next() end)))
print(select(2, pcall(function() local x = next(5) end)))
