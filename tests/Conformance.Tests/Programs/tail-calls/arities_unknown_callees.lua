-- Tail calls of functions that nobody knows: with every number of arguments and parameters, missing and surplus ones, and through tables.
local t = {}
function t.none() return "none" end
function t.one(a) return a end
function t.two(a, b) return a, b end
function t.three(a, b, c) return a, b, c end
function t.four(a, b, c, d) return a, b, c, d end
function t.all(...) return select("#", ...), ... end

local function call0(f) return f() end
local function call1(f, a) return f(a) end
local function call2(f, a, b) return f(a, b) end
local function call3(f, a, b, c) return f(a, b, c) end
local function call4(f, a, b, c, d) return f(a, b, c, d) end
local function callAll(f, ...) return f(...) end
local dispatch = { call0, call1, call2, call3, call4, callAll }
for _, name in ipairs({ "none", "one", "two", "three", "four", "all" }) do
  for _, call in ipairs(dispatch) do print(name, call(t[name], 1, 2, 3, 4)) end
  print(name, (call2(t[name], 1, 2)))
  local a, b, c = callAll(t[name], "x")
  print(name, a, b, c)
end

-- The same as values, so that each is called with other numbers of arguments than it has.
for i, call in ipairs(dispatch) do print(i, pcall(call)) end
for i, call in ipairs(dispatch) do print(i, pcall(call, t.all)) end
for i, call in ipairs(dispatch) do print(i, (call(t.three, nil, false))) end

-- A million tail calls between functions of different arity, as values and as globals.
local ping, pong, pang
ping = function(n) if n == 0 then return "done", n end return pong(n - 1, n) end
pong = function(n, m) if n == 0 then return "done", m end return pang(n - 1, n, m) end
pang = function(n, a, b) if n == 0 then return "done", a, b end return ping(n - 1) end
print(ping(1000000))
print((ping(1000001)))
print(select("#", ping(1000002)))
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(1000000), odd(1000000))
local machine = {}
function machine.a(n, k) if n == 0 then return k end return machine[n % 2 == 0 and "a" or "b"](n - 1, k) end
function machine.b(n, k) return machine.a(n, k + 1) end
print(machine.a(1000, 0))

-- Methods, __call, what is no function, and errors raised at the end of a chain.
local object = setmetatable({ v = 5 }, { __index = { get = function(self, d) return self.v + (d or 0) end }, __call = function(self, a, b) return "called", a, b end })
local function get(o, d) return o:get(d) end
local function callObject(o, ...) return o(...) end
print(get(object), get(object, 3))
print(callObject(object), callObject(object, 1), callObject(object, 1, 2))
print(pcall(call1, nil, 5))
print(pcall(call1, "text", 5))
print(pcall(get, {}))
local function fails(m) return error(m) end
local function chain(n) if n == 0 then return fails("deep") end return t.one(chain(n - 1)) end
print(pcall(chain, 3))
print(pcall(call1, fails, "message"))
print(pcall(call2, error, "plain", 0))

-- Deep recursion that is no tail call ends in an error that can be caught, however the calls are made.
local function deep(n) return 1 + call1(deep, n + 1) end
local ok, e = pcall(deep, 1)
print(ok, string.match(tostring(e), "stack overflow"))
local function through(n) return (t.one(through(n + 1))) end
ok, e = pcall(through, 1)
print(ok, string.match(tostring(e), "stack overflow"))
