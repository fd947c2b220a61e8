-- A set class and a range object with metamethods.
local Set = {}
Set.__index = Set
local function new(l) local s = setmetatable({ items = {} }, Set) for _, v in ipairs(l or {}) do s.items[v] = true end return s end
local function sorted(s) local r = {} for k in pairs(s.items) do r[#r + 1] = k end table.sort(r) return r end
Set.__add = function(a, b) local r = new() for k in pairs(a.items) do r.items[k] = true end for k in pairs(b.items) do r.items[k] = true end return r end
Set.__mul = function(a, b) local r = new() for k in pairs(a.items) do r.items[k] = b.items[k] end return r end
Set.__sub = function(a, b) local r = new() for k in pairs(a.items) do if not b.items[k] then r.items[k] = true end end return r end
Set.__le = function(a, b) for k in pairs(a.items) do if not b.items[k] then return false end end return true end
Set.__lt = function(a, b) return a <= b and not (b <= a) end
Set.__eq = function(a, b) return a <= b and b <= a end
Set.__len = function(s) local n = 0 for _ in pairs(s.items) do n = n + 1 end return n end
Set.__tostring = function(s) return "{" .. table.concat(sorted(s), ", ") .. "}" end
Set.__call = function(s, k) return s.items[k] == true end
local a, b = new { 1, 2, 3 }, new { 3, 4 }
print(tostring(a + b), tostring(a * b), tostring(a - b), #(a + b))
print(a <= b, a * b <= b, a * b < b, a == new { 3, 2, 1 }, a ~= b, a(2), a(9))
local range = setmetatable({}, { __call = function(_, a, b) return setmetatable({}, { __len = function() return b - a + 1 end, __index = function(_, i) if i >= 1 and i <= b - a + 1 then return a + i - 1 end end }) end })
local r = range(5, 8)
print(#r, r[1], r[4], r[5])
for i, v in ipairs(r) do print(i, v) end
