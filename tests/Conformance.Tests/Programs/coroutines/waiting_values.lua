-- Functions that wait and are values: in tables, as arguments and results, as metamethods and iterators.
local log = {}
local function out(...) local t = {...} for i = 1, select("#", ...) do t[i] = tostring(t[i]) end print(table.concat(t, " ")) end
local function drive(f, ...) local co = coroutine.create(f) local r = { coroutine.resume(co, ...) } while coroutine.status(co) ~= "dead" do out("y", table.unpack(r)) r = { coroutine.resume(co, #r) } end out("end", table.unpack(r)) end
local function w(x) local got = coroutine.yield(x) return x, got end

-- key
do
  local t = {} local k = "f" .. 1 t[k] = w drive(function() return t.f1(3), t[k](4) end)
end

-- meth
do
  local O = {} O.__index = O function O:set(f) self.f = f end function O:run(x) return self.f(x) end local o = setmetatable({}, O) o:set(w) drive(function() return o:run(5) end)
end

-- vararg
do
  local function call(...) local f = (...) return f(select(2, ...)) end drive(function() return call(w, 9) end)
end

-- andor
do
  local f = log and w or out drive(function() return f(1) end)
end

-- multi
do
  local a, b = out, w a, b = b, a drive(function() return a(2) end)
end

-- factory
do
  local function make(n) return function(x) return w(x + n) end end local f = make(3) drive(function() return f(1) end) drive(make(4), 2)
end

-- rawget
do
  local M = {} function M.go(x) return w(x) end drive(function() return rawget(M, "go")(3), M["go"](4) end)
end

-- alias
do
  local M = {} function M.go(x) return w(x) end local g = M.go drive(function() return g(3) end) local h = g drive(function() return (h(4)) end)
end

-- reassign
do
  local f = out local function set(g) f = g end set(w) drive(function() return f(3) end)
end

-- inherit
do
  local M = {} function M.go(self, x) return w(x) end local o = setmetatable({}, { __index = M }) drive(function() return o:go(3) end)
end

-- unpack
do
  local t = { w, out } drive(function() local f = table.unpack(t) return f(3) end) drive(function() for i, f in ipairs(t) do out(f(i)) end end)
end

-- xph
do
  drive(function() out(xpcall(function() w(1) error({}) end, function(e) return type(e) end)) end)
end

-- iter
do
  local function it(s, c) if c < s then w("it" .. c) return c + 1 end end drive(function() for i in it, 3, 0 do out(i) end end) local function each(n) return it, n, 0 end drive(function() for i in each(2) do out(i) end end)
end

-- iter3
do
  local function gen() local i = 0 return function() i = i + 1 if i < 3 then w(i) return i end end end drive(function() for i in gen() do out(i) end end)
end

-- meta
do
  local V = {} V.__add = function(a, b) return w(a.x + b.x) end V.__index = function(t, k) return (w(k)) end V.__call = function(self, x) return w(x) end local a = setmetatable({ x = 1 }, V) drive(function() out(a + a) out(a.zip) out(a(5)) out(a.y) end)
end

-- meta2
do
  local V = {} V.__index = V function V:__lt(o) return (w(1)) end V.__eq = function() w("eq") return true end V.__len = function() return (w("len")) end V.__concat = function() return (w("cat")) end V.__newindex = function(t, k, v) rawset(t, k, (w(v))) end local a, b = setmetatable({}, V), setmetatable({}, V) drive(function() out(a < b, a == b, #a, a .. b) a.q = 4 out(rawget(a, "q")) end)
end

-- global
do
  function glob(x) return w(x) end drive(function() return glob(3) end) local g = glob drive(function() return g(4) end) drive(glob, 5) glob2 = function(x) return w(x) end drive(function() return glob2(6) end) local t = { glob } drive(function() return t[1](7) end)
end

-- yv
do
  local y = coroutine.yield local function app(f, x) return f(x) end drive(function() return y(1), app(y, 2), app(coroutine.yield, 3) end) local t = { y = y } drive(function() return t.y(4) end) local c = coroutine drive(function() return c.yield(5), c["yield"](6) end)
end

-- yv2
do
  local ys = { coroutine.yield } drive(function() return ys[1](1) end) local name = "yield" drive(function() return coroutine[name](2) end) for k, v in pairs(coroutine) do if k == "yield" then drive(function() return v(3) end) end end
end

-- tail2
do
  local function a(n, f) if n == 0 then return f(1) end return f(n - 1, f) end drive(function() local f f = function(n, g) if n == 1 then return w("x") end if n == 0 then return w("z") end return a(n - 1, g) end return a(9, f) end)
end

-- typed
do
  local function t(n) local s = 0 for i = 1, n do s = s + i if i % 2 == 0 then coroutine.yield(s) end end return s end drive(t, 5) local function acc(list, f) local s = 0 for i = 1, #list do s = s + f(list[i]) end return s end drive(function() return acc({ 1, 2, 3 }, function(x) return x * 2 end), acc({ 1, 2 }, function(x) return (w(x)) end) end)
end

-- self
do
  local S = {} function S.new() local o = { n = 0 } function o.step(d) o.n = o.n + d return w(o.n) end o.get = function() return o.n end return o end local s = S.new() drive(function() s.step(1) s.step(2) return s.get() end)
end

-- modtab2
do
  local M = {} function M.b(x) return w(x) end local N = { b = M.b } drive(function() return N.b(3) end) local r = { M.b } drive(function() return r[1](4) end)
end

-- ret
do
  local function pick(i) if i == 1 then return w end return out end drive(function() return pick(1)(3) end) pick(2)("plain")
end

-- closure
do
  local t = {} for i = 1, 3 do t[#t + 1] = function() return w(i) end end drive(function() return t[1](), t[2](), t[3]() end)
end

-- setm
do
  local mt = { __index = { go = w } } local o = setmetatable({}, mt) drive(function() return o.go(2) end) local p = setmetatable({}, { __index = function(t, k) return function(self, x) return w(k .. x) end end }) drive(function() return p:zap("1") end)
end

-- evt
do
  local E = { hs = {} } function E:on(n, f) local l = self.hs[n] or {} l[#l + 1] = f self.hs[n] = l end function E:emit(n, ...) for _, f in ipairs(self.hs[n] or {}) do f(...) end end E:on("a", function(x) out("h1", x) end) E:on("a", function(x) out("h2", w(x)) end) drive(function() E:emit("a", 1) E:emit("b") E:emit("a", 2) end)
end

-- cls
do
  local B = {} B.__index = B function B.new(c) return setmetatable({ v = 0 }, c or B) end function B:work(n) return w(n + self.v) end function B:add(n) self.v = self.v + n return self end local D = setmetatable({}, { __index = B }) D.__index = D function D:work(n) local a = B.work(self, n * 2) return a + 1 end local o = B.new(D) drive(function() return o:add(2):work(5), B.new():work(1) end)
end

-- pcall
do
  local p = pcall drive(function() out(pcall(w, 1)) out(p(w, 2)) out(pcall(pcall, w, 3)) out(xpcall(w, out, 4)) out(pcall(function() w(5) error("x", 0) end)) end)
end

-- later
do
  local f local function g() return f(1) end f = function(x) return w(x) end drive(g) f = function(x) return x end drive(g)
end

-- set
do
  local set = {} set[w] = true drive(function() for f in pairs(set) do out(f(1)) end end)
  local pipe = setmetatable({}, { __concat = function(self, f) return f("piped") end, __index = function(self, f) return (f("key")) end })
  drive(function() return pipe .. w, pipe[w] end)
end
