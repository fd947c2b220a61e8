-- yield as a value, as a callback, in metamethods and iterators, and in every place of an expression or statement.
local function collect(f, ...)
  local co, out = coroutine.create(f), {}
  local ok, v = coroutine.resume(co, ...)
  while coroutine.status(co) ~= "dead" do out[#out + 1] = tostring(v) ok, v = coroutine.resume(co, #out) end
  return table.concat(out, ","), ok, v
end
print(collect(function() local y = coroutine.yield for i = 1, 3 do y(i) end return "end" end))
local M = { emit = coroutine.yield }
print(collect(function() M.emit(1) M["emit"](2) return M.emit(3) end))
local function map(t, f) local r = {} for i, v in ipairs(t) do r[i] = f(v) end return r end
print(collect(function() return table.concat(map({ 4, 5, 6 }, coroutine.yield), "-") end))
print(collect(function() return pcall(coroutine.yield, 7) end))
print(collect(function() return select(2, pcall(function() coroutine.yield(1) error("x", 0) end)) end))
print(collect(function() local ok, e = pcall(table.sort, { 3, 2, 1 }, function(a, b) coroutine.yield(a) return a < b end) return tostring(e) end))
print(collect(function() local ok, e = pcall(string.gsub, "abc", ".", function(a) coroutine.yield(a) end) return tostring(e) end))
print(collect(function()
  local mt = { __add = function(a, b) return coroutine.yield("add") end, __index = function(t, k) return coroutine.yield(k) end,
    __call = function(self, x) return coroutine.yield("call" .. x) end, __lt = function() return coroutine.yield("lt") end,
    __concat = function() return coroutine.yield("cc") end, __eq = function() return coroutine.yield("eq") end,
    __newindex = function(t, k, v) coroutine.yield("set" .. k) rawset(t, k, v) end, __len = function() return coroutine.yield("len") end,
    __unm = function() return coroutine.yield("unm") end }
  local a, b = setmetatable({}, mt), setmetatable({}, mt)
  local r = { a + b, a.foo, a(3), a < b, a .. b, a == b, #a, -a }
  a.bar = 1
  r[#r + 1] = a.bar
  for i = 1, #r do r[i] = tostring(r[i]) end
  return table.concat(r, " ")
end))
print(collect(function() for k in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) do coroutine.yield(k * 10) end end))
print(collect(function() for i, v in (function() return function(s, c) c = c + 1 if c < 4 then coroutine.yield("it" .. c) return c, c * c end end, nil, 0 end)() do coroutine.yield(v) end end))
print(collect(coroutine.wrap(function() coroutine.yield(1) end)))
local gen = coroutine.wrap(coroutine.yield)
print(gen(1, 2, 3), gen(4))
print(pcall(gen))
local t = setmetatable({}, { __pairs = function(t) return function(_, k) k = (k or 0) + 1 if k < 4 then coroutine.yield("p" .. k) return k, k end end, t, nil end })
print(collect(function() local s = 0 for k, v in pairs(t) do s = s + v end return s end))
print(collect(function() local s = "" for w in ("a b c"):gmatch("%a") do s = s .. coroutine.yield(w) end return s end))
local function rec(n) if n == 0 then return coroutine.yield("deep") end return (rec(n - 1)) end
print(collect(function() return rec(500) end))
local function tail(n) if n == 0 then return coroutine.yield("tail") end return tail(n - 1) end
print(collect(function() return tail(100000) end))
local obj = { n = 0 }
function obj:step(k) self.n = self.n + coroutine.yield(k) return self end
print(collect(function() return obj:step(1):step(2):step(3).n end))
print(collect(function(...) local a, b = ..., coroutine.yield(select("#", ...)) return a, b end, 1, 2, 3))
print(collect(function() local x = { coroutine.yield(1), coroutine.yield(2), n = coroutine.yield(3), [coroutine.yield(4)] = coroutine.yield(5) } return #x .. x.n .. x[4] end))
print(collect(function() if coroutine.yield("c") > 5 then return "big" elseif coroutine.yield("d") == 2 then return "two" end end))
print(collect(function() local i = 0 while coroutine.yield("w" .. i) < 4 do i = i + 1 end repeat local z = coroutine.yield("r") until z > 6 return i end))
print(collect(function() for i = coroutine.yield("from"), coroutine.yield("to") * 2, coroutine.yield("step") - 2 do coroutine.yield(i) end end))
print(collect(function() local a = coroutine.yield(1) and coroutine.yield(2) or coroutine.yield(3) return a, not coroutine.yield(4) end))
