local t = { 10, 20, 30, x = 1 }
for i, v in ipairs(t) do print(i, v) end
local count = 0
for k, v in pairs(t) do count = count + v end
print(count)
local function range(n)
  local i = 0
  return function() i = i + 1 if i <= n then return i, i * i end end
end
for a, b, c in range(3) do print(a, b, c) end
local function iter(s, c) c = c + 1 if c <= s then return c end end
for i in iter, 3, 0 do print(i) end
for k, v in next, { 5 } do print(k, v) end
local fs = {}
for i, v in ipairs { "a", "b" } do fs[i] = function() v = v .. i return v end end
print(fs[1](), fs[1](), fs[2]())
for w in string.gmatch("one two three", "%a+") do io = w print(w) end
print(pcall(function() for i in 5 do end end))
print(pcall(function() for i in nil do end end))
local mt = setmetatable({}, { __pairs = function(t) return function(_, k) if not k then return 1, "one" end end, t, nil end })
for k, v in pairs(mt) do print(k, v) end
local proxy = setmetatable({}, { __index = function(_, i) if i < 4 then return i * 2 end end })
for i, v in ipairs(proxy) do print(i, v) end
for _, v in ipairs { 1, 2 } do for _, w in ipairs { 3, 4 } do print(v, w) end end
for k in pairs({}) do print("never") end
local d = { a = 1, b = 2, c = 3 }
for k in pairs(d) do d[k] = nil end
print(next(d))
