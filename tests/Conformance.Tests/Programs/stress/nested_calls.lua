-- 16 000 nested calls of every form.
local depth = 16000
local function down(n) if n == 0 then return 0 end return 1 + down(n - 1) end
print(down(depth))
local function with_varargs(n, ...) if n == 0 then return select("#", ...) end local r = with_varargs(n - 1, ...) return r + 1 end
print(with_varargs(depth, 1, 2, 3))
local object = {}
function object:down(n) if n == 0 then return 0 end return 1 + self:down(n - 1) end
print(object:down(depth))
local even, odd
function even(n) if n == 0 then return 0 end local r = odd(n - 1) return r + 1 end
function odd(n) if n == 0 then return 0 end local r = even(n - 1) return r + 1 end
print(even(depth))
function global_down(n) if n == 0 then return 0 end return 1 + global_down(n - 1) end
print(global_down(depth))
local function build(n) if n == 0 then return nil end return { next = build(n - 1) } end
local list, count = build(depth), 0
while list do count = count + 1 list = list.next end
print(count)
local function concat(n) if n == 0 then return "" end return "x" .. concat(n - 1) end
print(#concat(depth))
print(coroutine.wrap(function() return down(depth), object:down(depth) end)())
local function deep_yield(n) if n == 0 then return coroutine.yield("at the bottom") end local r = deep_yield(n - 1) return r + 1 end
local co = coroutine.wrap(deep_yield)
print(co(depth))
print(co(0))
local function raise(n) if n == 0 then error({ code = 7 }) end raise(n - 1) return n end
local ok, e = pcall(raise, depth)
print(ok, e.code)
