-- Tail calls of builtins, of pcall, inside coroutines.
local function safe(f, ...) return pcall(f, ...) end
print(safe(error, "e", 0))
print(safe(math.max, 1, 2))
local function len(s) return string.len(s) end
print(len("four"))
local co = coroutine.wrap(function(n) local function loop(i) if i == 0 then return coroutine.yield("bottom") end return loop(i - 1) end return loop(n) end)
print(co(50000))
print(co("resumed"))
local function sel(n, ...) return select(n, ...) end
print(sel(2, "a", "b", "c"), sel("#"))
local mt = setmetatable({}, { __call = function(self, n) if n == 0 then return "called to zero" end return self(n - 1) end })
print(mt(10000))
