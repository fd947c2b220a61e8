-- classes changed while they are used
local A = {} A.__index = A
function A.new(x) return setmetatable({ x = x }, A) end
function A:get() return self.x end
function A:twice() return self:get() * 2 end
local o, p = A.new(3), A.new(4)
local function use() local r = {} for _, q in ipairs({ o, p }) do r[#r + 1] = q:get() r[#r + 1] = q:twice() end return table.concat(r, " ") end
for i = 1, 3 do print(use()) end
function A:get() return self.x + 100 end print(use())
o.get = function(self) return -self.x end print(use())
o.get = nil print(use())
rawset(p, "get", function() return 0 end) print(use())
p.get = nil
setmetatable(o, { __index = { get = function() return "7" end, twice = A.twice } }) print(use())
setmetatable(o, A) A.get = nil print(pcall(use))
A.get = function() return 1 end print(use())
local B = setmetatable({}, { __index = A }) B.__index = B
local b = setmetatable({ x = 9 }, B)
print(b:get(), b:twice())
B.get = function() return 50 end print(b:get(), b:twice())
getmetatable(B).__index = { twice = function() return "swapped" end } print(b:get(), b:twice())
B.get = nil print(pcall(function() return b:get() end))
A.__index = function(t, k) return function(self, ...) return k, select("#", ...) end end
print(o:anything(1, 2), o:get())
A.__index = nil print(pcall(function() return o:get() end))
-- global functions
function gf(x) return x + 1 end
local function callg(x) return gf(x) end
print(callg(1)) function gf(x) return x + 2 end print(callg(1)) _G.gf = function(x) return x + 3 end print(callg(1))
_G["g" .. "f"] = function(x) return x + 4 end print(callg(1)) rawset(_G, "gf", nil) print(pcall(callg, 1))
gf = setmetatable({}, { __call = function(_, x) return x * 100 end }) print(callg(2))
-- local functions reassigned
local function lf(x) return x end
local function calll(x) return lf(x) end
print(calll(1)) lf = function(x) return x * 2 end print(calll(1))
local ops = { add = function(a, b) return a + b end, mul = function(a, b) return a * b end }
local function apply(n, a, b) return ops[n](a, b) end
print(apply("add", 1, 2), apply("mul", 3, 4)) ops.add = math.max print(apply("add", 1, 2)) ops.mul = nil print(pcall(apply, "mul", 1, 2))
-- tables as records whose fields change kind
local function pt(x, y) return { x = x, y = y } end
local function len2(p) return p.x * p.x + p.y * p.y end
print(len2(pt(1, 2)), len2(pt(1.5, 2)), len2(pt("3", 4)), pcall(len2, pt(nil, 1)), pcall(len2, {}))
local q = pt(1, 2) q.z = 5 q.x = nil q.x = 7 print(len2(q)) 
print(pcall(len2, setmetatable({}, { __index = function(_, k) return k == "x" and 2 or 3 end })))
print(pcall(len2, 5), pcall(len2, "s"), pcall(len2))
local mt = setmetatable({}, { __mul = function() return 10 end })
print(len2(pt(mt, 1)))
