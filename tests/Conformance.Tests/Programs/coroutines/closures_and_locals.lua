-- Locals and upvalues survive across yields.
local shared = 0
local function worker(id)
  return coroutine.wrap(function()
    local own = id * 100
    for i = 1, 3 do
      own = own + i
      shared = shared + 1
      coroutine.yield(id, own, shared)
    end
  end)
end
local a, b = worker(1), worker(2)
print(a())
print(b())
print(a())
print(b())
print(a())
local co = coroutine.wrap(function(t) t.n = t.n + 1 local u = coroutine.yield(t.n) return t == u, t.n end)
local tbl = { n = 1 }
print(co(tbl)) tbl.n = 50 print(co(tbl))
