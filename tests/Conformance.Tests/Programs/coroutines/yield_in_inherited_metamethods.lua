-- Metamethods that yield: found through chains, called by functions of functions, in conditions, with fallbacks.
local yield = coroutine.yield
local base = {
  __index = function(_, k) return yield("index", k) end,
  __newindex = function(_, k, v) yield("newindex", k, v) end,
  __lt = function(a, b) return yield("lt") end,
  __concat = function(a, b) return yield("concat", type(a), type(b)) end,
  __mod = function() return yield("mod") end,
  __bnot = function(a, b) return yield("bnot", a == b) end,
}
local proxy = setmetatable({}, {__index = setmetatable({}, base), __newindex = setmetatable({}, base)})
local a, b = setmetatable({}, base), setmetatable({}, base)
local function field(o, k) return o[k] end
local function sum(n) if n == 0 then return a % 2 end return sum(n - 1) + 1 end
local function run(f, ...)
  local co = coroutine.create(f)
  local n, input = 0, {}
  local r = table.pack(coroutine.resume(co, ...))
  while coroutine.status(co) ~= "dead" do
    n = n + 1
    print("  yielded", table.unpack(r, 2, r.n))
    r = table.pack(coroutine.resume(co, n))
  end
  print(table.unpack(r, 1, r.n))
end
run(function() return proxy.x, field(proxy, "y") end)
run(function() proxy.x = 1 proxy["y"] = 2 return rawget(proxy, "x") end)
run(function() return a <= b, not (a < b), a > b and "greater" end)
run(function() return 1 .. a .. "x" .. b end)
run(function() return sum(3) end)
run(function() return ~a end)
run(function() local t = {a.p, [a.q] = a.r, a % 1} return t[1], t[2] end)
run(function() if a.flag == 1 then return "one" end return "other" end)
run(function() return pcall(function() return a.x.y end) end)
run(function() a.x, proxy.y = b.p, b.q end)
run(function() for i = a.start, a.limit + 1 do print(i) end end)
run(function() return (a.method or print)("called") end)
run(function() return pcall(a.call, a) end)
