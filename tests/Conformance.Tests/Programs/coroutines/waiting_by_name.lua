-- Functions that wait and are called by name, run as coroutines or protected, and nothing else.
local log = {}
local function out(...) local t = {...} for i = 1, select("#", ...) do t[i] = tostring(t[i]) end print(table.concat(t, " ")) end
local function drive(f, ...) local co = coroutine.create(f) local r = { coroutine.resume(co, ...) } while coroutine.status(co) ~= "dead" do out("y", table.unpack(r)) r = { coroutine.resume(co, #r) } end out("end", table.unpack(r)) end
local function w(x) local got = coroutine.yield(x) return x, got end

-- nested
do
  drive(function() local inner = coroutine.wrap(function() out(w(1)) coroutine.yield("in") return "r" end) out(inner()) out(w("mid")) out(inner()) out(inner()) end)
end

-- iter2
do
  local function gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end drive(function() for i in gen(3) do out(i) w("o" .. i) end end) local g = gen(2) out(g(), g(), g())
end

-- resume
do
  local co = coroutine.create(function(a) local b = w(a) return b end) drive(function() out(coroutine.resume(co, 1)) w("between") out(coroutine.resume(co, 2)) out(coroutine.resume(co)) end)
end

-- deep
do
  local function rec(n) if n == 0 then return w("bottom") end local a = rec(n - 1) return a end drive(rec, 200) local function tree(n) if n > 0 then tree(n - 1) coroutine.yield(n) tree(n - 1) end end drive(tree, 3)
end

-- tail
do
  local even, odd function even(n) if n == 0 then return w("e") end return odd(n - 1) end function odd(n) if n == 0 then return w("o") end return even(n - 1) end drive(even, 10001) local function loop(n) if n % 1000 == 0 then coroutine.yield(n) end if n == 0 then return "done" end return loop(n - 1) end drive(loop, 5000)
end

-- modtab
do
  local M = {} function M.a(x) return M.b(x) end function M.b(x) return w(x) end function M.c(x) return x + 1 end drive(function() return M.a(1), M.c(2) end) drive(M.a, 5) out(pcall(M.c, 3)) M.b = function(x) return "new" .. x end drive(function() return M.a(1) end)
end

-- global2
do
  function glob(x) return w(x) end local function run(n) return glob(n), glob(n + 1) end drive(run, 1) drive(function() return pcall(glob, 3) end)
end

-- sched
do
  local q = {} local function spawn(f, ...) q[#q + 1] = { co = coroutine.create(f), args = { ... } } end local function sleep(n) for i = 1, n do coroutine.yield("s") end end spawn(function(n) for i = 1, 2 do out(n, i) sleep(1) end end, "A") spawn(function(n) sleep(2) out(n) end, "B") while #q > 0 do local j = table.remove(q, 1) local ok, e = coroutine.resume(j.co, table.unpack(j.args)) j.args = {} if not ok then out(e) elseif coroutine.status(j.co) ~= "dead" then q[#q + 1] = j end end
end

-- unusual
do
  local function none() return w("none") end drive(function() return none(1, 2, 3) end) local function lev(x) if x then error("lev", 2) end return w(1) end drive(function() out(pcall(lev, true)) return lev() end)
end

-- either
do
  local function pick(x) local got = (x and w or out)(x) return got end drive(pick, 3) pick(false)
  drive(function(x) return pcall(x and w or out, x) end, 4)
end
