-- A million and more tail calls of every form run in constant space.
local function loop(n, acc) if n == 0 then return acc end return loop(n - 1, acc + n) end
print(loop(3000000, 0))
local even, odd
function even(n) if n == 0 then return "even" end return odd(n - 1) end
function odd(n) if n == 0 then return "odd" end return even(n - 1) end
print(even(1000001))
local object = { n = 0 }
function object:step(left) if left == 0 then return self.n end self.n = self.n + 1 return self:step(left - 1) end
print(object:step(1000000))
local states = {}
function states.a(n) if n == 0 then return "done in a" end return states.b(n - 1) end
function states.b(n) if n == 0 then return "done in b" end return states.a(n - 1) end
print(states.a(1000000))
function global_loop(n, ...) if n == 0 then return select("#", ...), ... end return global_loop(n - 1, ...) end
print(global_loop(1000000, 1, nil, 3))
local callable = setmetatable({}, { __call = function(self, n) if n == 0 then return "called" end return self(n - 1) end })
print(callable(100000))
local co = coroutine.wrap(function()
  local function spin(n) if n == 0 then return coroutine.yield("deep") end return spin(n - 1) end
  return spin(1000000)
end)
print(co(), co("back"))
local function yielding(n) if n == 0 then return "end" end if n % 250000 == 0 then coroutine.yield(n) end return yielding(n - 1) end
local c = coroutine.wrap(yielding)
print(c(1000000), c(), c(), c(), c())
