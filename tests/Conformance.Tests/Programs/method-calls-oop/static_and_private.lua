-- Static counters, private state keyed by object, equality of methods.
local private = {}
local Counter = { instances = 0 }
Counter.__index = Counter
function Counter.new() local self = setmetatable({}, Counter) private[self] = { n = 0 } Counter.instances = Counter.instances + 1 return self end
function Counter:inc(by) private[self].n = private[self].n + (by or 1) return self end
function Counter:get() return private[self].n end
local a, b = Counter.new(), Counter.new()
a:inc():inc(5) b:inc()
print(a:get(), b:get(), Counter.instances, a.instances, next(a))
print(a.inc == b.inc, rawget(a, "inc"), a.n)
print((pcall(Counter.get, {})), (pcall(Counter.get)))
a.instances = "own"
print(a.instances, b.instances, Counter.instances)
