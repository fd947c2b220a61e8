-- Operators and calls of values that fail in functions that pcall calls: with their messages, in their order, and with what went before.
local log = {}
local function note(x) log[#log + 1] = tostring(x) return x end

local function show(name, ...) print(name, ...) end

local cfg = { a = {}, s = "text", n = 5, f = print }
local meta = setmetatable({ v = 3 }, {
  __index = function(_, k) return k .. "?" end,
  __add = function(a, b) return "sum" end,
  __concat = function(a, b) return "joined" end,
  __len = function() return 42 end,
  __lt = function() return true end,
  __unm = function() return "minus" end,
  __call = function(self, x) return "called", x end,
})
local broken = setmetatable({}, { __index = function(_, k) error("no " .. k) end, __add = function(a) return a.x.y end })

show("index", pcall(function() local x = nil return x.y end))
show("index2", pcall(function() return cfg.a.b.c end))
show("index3", pcall(function() return cfg[note("a")][note("b")][note("c")] end))
show("index4", pcall(function() return cfg.s.b, cfg.s.len, cfg.n.x end))
show("index5", pcall(function() return (5)[1] end))
show("meta", pcall(function() return meta.q, meta[1], meta + 1, 1 + meta, #meta, -meta, meta < meta, meta .. "x", "a" .. 1 .. meta end))
show("meta2", pcall(function() return broken.z end))
show("meta3", pcall(function() return broken + 1 end))
show("method", pcall(function() return cfg:nope() end))
show("method2", pcall(function() local x return x:nope() end))
show("method3", pcall(function() return cfg.s:upper(), ("x"):rep(3) end))
show("method4", pcall(function() return cfg.n:upper() end))
show("call", pcall(function() return cfg.missing(1, 2) end))
show("call2", pcall(function() local a, b = cfg.missing(1, 2) return a end))
show("call3", pcall(function() cfg.a() end))
show("call4", pcall(function() return meta(7) end))
show("call5", pcall(function() undefinedGlobal(note("argument")) end))
show("call6", pcall(function() return ("x")() end))
show("store", pcall(function() local x x.y = note("value") end))
show("store2", pcall(function() cfg.s.y = 1 end))
show("store3", pcall(function() cfg.n[1] = 1 end))
show("store4", pcall(function() cfg[nil] = 1 end))
show("store5", pcall(function() cfg.a.b.c = 1 end))
show("arithmetic", pcall(function() return cfg.n + cfg.missing end))
show("arithmetic2", pcall(function() return cfg.a * 2 end))
show("arithmetic3", pcall(function() return 2 - cfg.s end))
show("arithmetic4", pcall(function() return "10" / 2, "0x10" + 0, -"2" end))
show("arithmetic5", pcall(function() return -cfg.a end))
show("arithmetic6", pcall(function() return cfg.missing % 2 end))
show("arithmetic7", pcall(function() return 1 // 0 end))
show("arithmetic8", pcall(function() return cfg.n & cfg.s end))
show("concat", pcall(function() return "a" .. cfg.missing end))
show("concat2", pcall(function() return cfg.a .. "b" end))
show("concat3", pcall(function() return "a" .. 1 .. cfg.missing .. "b" .. cfg.a end))
show("concat4", pcall(function() return cfg.missing .. "a" .. "b" end))
show("concat5", pcall(function() local x = true return "a" .. x .. 2 end))
show("length", pcall(function() return #cfg.missing end))
show("length2", pcall(function() return #cfg.n end))
show("length3", pcall(function() return #cfg.s, #log > 0 end))
show("compare", pcall(function() return cfg.n < cfg.s end))
show("compare2", pcall(function() return cfg.a <= cfg.a end))
show("compare3", pcall(function() return cfg.missing > 1 end))
show("compare4", pcall(function() return "a" < "b", 1 >= 2.5 end))
show("compare5", pcall(function() if cfg.n >= cfg.missing then return "yes" end return "no" end))
show("for", pcall(function() for i = 1, cfg.s do note(i) end end))
print(table.concat(log, " "))

-- In the middle of expressions: what stands before has happened, what stands behind has not.
log = {}
show("order", pcall(function() return note(1) + note(2), note(cfg.missing.x), note(3) end))
show("order2", pcall(function() return { note("first"), cfg.missing.x, note("never") } end))
show("order3", pcall(function() note(cfg.n and cfg.missing and 1 or cfg.missing.x) end))
show("order4", pcall(function() return cfg.missing and cfg.missing.x or "fallback" end))
show("order5", pcall(function() note("a"); (note(cfg.s)).x.y = note("b") end))
show("order6", pcall(function()
  local t = { n = 0 }
  while t.n < 3 do t.n = t.n + 1 if t.n == 2 then t.inner.x = 1 end end
end))
show("order7", pcall(function()
  repeat local x = note("once") until cfg.missing.x
end))
print(table.concat(log, " "))

-- Through calls: of functions called once, in loops, by value, with several results.
local function get(t, k) return t[k].value end
local function twice(t) local first = get(t, "a") return first, get(t, "b") end
show("calls", pcall(twice, { a = { value = 1 }, b = { value = 2 } }))
show("calls2", pcall(twice, { a = { value = 1 } }))
show("calls3", pcall(function() local x, y = twice({ a = { value = 1 } }) return y end))
local function sum(list) local s = 0 for i = 1, #list do s = s + get(list, i) end return s end
show("calls4", pcall(sum, { { value = 1 }, { value = 2 } }))
show("calls5", pcall(sum, { { value = 1 }, { value = "x" } }))
show("calls6", pcall(sum, { { value = 1 }, 7 }))
show("calls7", pcall(sum))
print(pcall(pcall, twice, {}))
print(select("#", pcall(function() local x = 1 x() end)))

-- xpcall, and a handler that fails.
show("handler", xpcall(function() return cfg.missing.x end, function(m) return "handled: " .. m end))
show("handler2", xpcall(function(a, b) return a + b end, function(m) return #m end, 1, {}))
show("handler3", xpcall(function() return cfg.missing.x end, print))

-- error at the position of a caller, and with the results of a call.
local function fail(x) error("bad " .. tostring(x), 2) end
local function inner(x) if x > 1 then fail(x) end return x end
show("level", pcall(inner, 1))
show("level2", pcall(inner, 2))
show("level3", pcall(function() fail("direct") end))
show("level5", pcall(fail, "from pcall"))
local function both() return "text", 0 end
local function made(m) return setmetatable({ m = m }, { __tostring = function(e) return "E:" .. e.m end }) end
show("results", pcall(function() error(both()) end))
show("results2", pcall(function() error(made("x")) end))
show("results3", pcall(function() return error((both())) end))

-- Checks that call each other by name.
local checks = {}
function checks.number(v, path) if type(v) ~= "number" then fail(path) end end
function checks.list(v, path)
  if type(v) ~= "table" then error(path .. ": no list", 2) end
  for i, x in ipairs(v) do checks[type(x) == "table" and "list" or "number"](x, path .. "[" .. i .. "]") end
end
for _, v in ipairs({ { 1, 2 }, { 1, { 2, "x" } }, 5, { "y" } }) do
  show("checks", pcall(checks.list, v, "$"))
end
show("checks2", pcall(checks["number"], "z", "$"))
show("checks3", pcall(checks.nothing, 1))
