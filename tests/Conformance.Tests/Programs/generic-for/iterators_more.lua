local t = { 1, 2, nil, 4, a = 1 }
for i in ipairs(t) do io = i print(i) end
local d = { 10, 20, 30 }
for i, v in ipairs(d) do if i < 5 then d[i + 3] = i * 100 end if i > 6 then break end print(i, v) end
local m = {} for i = 1, 20 do m[i] = i end m.x = 1 m.y = 2
local n = 0
for k in pairs(m) do m[k] = nil n = n + 1 end
print(n, next(m))
local fs = {}
for k, v in pairs({ a = 1 }) do fs[#fs + 1] = function() v = v + 1 return k, v end end
print(fs[1]()) print(fs[1]())
for k, v in pairs({ 5, 6 }) do k = k * 10 print(k, v) end
for k, v in pairs(setmetatable({ 1 }, { __index = function() return 9 end })) do print(k, v) end
for a, b, c in (function() local i = 0 return function() i = i + 1 if i < 3 then return i, i * 2, i * 3 end end end)() do print(a, b, c) end
for i, c in ipairs(setmetatable({ 1, 2 }, { __index = function(_, k) if k == 3 then return "three" end end })) do print(i, c) end
local function f() for k, v in pairs({ x = 1 }) do return k, v end end
print(f())
for k, v in next, { 7 }, nil do print(k, v) end
for k, v in next, { 7, 8 }, 1 do print(k, v) end
print(pcall(function() for k in pairs(nil) do end end))
print(pcall(function() for k in ipairs() do end end))
local outer = {}
for i = 1, 3 do for _, v in ipairs({ i }) do outer[#outer + 1] = function() return v + i end end end
print(outer[1](), outer[2](), outer[3]())
local function reassigned() return 1 end
print(reassigned()) reassigned = function() return 2 end print(reassigned())
local function late() return late2() end
function late2() return "late" end
print(late())
