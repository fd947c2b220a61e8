-- pairs, ipairs and next where they are the library's, and where they are not.
local list = { 10, 20, nil, 40 }
for i, v in ipairs(list) do print("list", i, v) end
local record = { a = 1 }
for k, v in pairs(record) do print("record", k, v) end
for k, v in next, record do print("next", k, v) end
for k, v in next, record, nil do print("next", k, v) end
print(next({}), next({}, nil), (next({ 5 })), next({ 5 }), next({ 5 }, 1))
print(pcall(next, {}, "absent"))
print(pcall(next))
print(pcall(next, 5))
print(pcall(ipairs))
print((pcall(pairs, nil)))
print(pcall(function() for _ in pairs(nil) do end end))
print(pcall(function() for _ in ipairs(nil) do end end))
print(pcall(function() for _ in ipairs("abc") do end end))
print(pcall(function() for _ in pairs(5) do end end))
print(pcall(function() local t for _ in pairs(t.x) do end end))

local lazy = setmetatable({}, { __index = function(_, i) if i <= 3 then return i * i end end })
for i, v in ipairs(lazy) do print("lazy", i, v) end
local custom = setmetatable({ 1, 2 }, { __pairs = function(t) return function(_, k) k = (k or 0) + 1 if k <= 2 then return k, "custom " .. t[k] end end, t, nil end })
for k, v in pairs(custom) do print(k, v) end
for i, v in ipairs(custom) do print(i, v) end
local plain = setmetatable({ x = 1 }, {})
for k, v in pairs(plain) do print("plain", k, v) end

-- Changes during the walk.
local t = { 1, 2, 3 }
for i, v in ipairs(t) do if i < 5 then t[#t + 1] = v * 10 end end
print(table.concat(t, " "))
local s = { a = 1, b = 2, c = 3 }
local n = 0
for k in pairs(s) do s[k] = nil n = n + 1 end
print(n, next(s))
for i in ipairs({ 7, 8, 9 }) do if i == 2 then break end print("break", i) end
for i, v in ipairs({ "x", "y" }) do local f = function() return i .. v end i = i * 10 v = v .. v print(f(), i, v) end

-- Evaluated once, with surplus arguments, and through locals and parameters of the same name.
local evaluated = 0
local function get() evaluated = evaluated + 1 return { 1, 2, 3 } end
for _ in ipairs(get()) do end
for _ in pairs(get()) do end
for _ in pairs(get(), 2, 3) do end
print(evaluated)
local iterate = pairs
for k, v in iterate({ z = 26 }) do print(k, v) end
local function with(pairs) local r = {} for v in pairs({}) do r[#r + 1] = v end return #r end
print(with(function() local i = 0 return function() i = i + 1 if i < 4 then return i end end end))
