-- Function decorators.
local function once(f) local done, r return function(...) if not done then done, r = true, table.pack(f(...)) end return table.unpack(r, 1, r.n) end end
local n = 0
local init = once(function(a) n = n + 1 return "init " .. a, n end)
print(init("x"))
print(init("y"))
print(n)
local function after(k, f) return function(...) k = k - 1 if k <= 0 then return f(...) end end end
local third = after(3, function() return "third call" end)
print(third(), third(), third(), third())
local function flip(f) return function(a, b, ...) return f(b, a, ...) end end
print(flip(function(a, b) return a - b end)(1, 10))
local function pipe(...) local fs = { ... } return function(x) for _, f in ipairs(fs) do x = f(x) end return x end end
print(pipe(tonumber, function(x) return x + 1 end, tostring, string.reverse)("122"))
local function counter_named(t) return setmetatable(t, { __call = function(self) self.calls = (self.calls or 0) + 1 return self.calls end }) end
local c = counter_named {} c() c() print(c.calls)
