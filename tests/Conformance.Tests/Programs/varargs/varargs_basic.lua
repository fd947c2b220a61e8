-- ... in calls, tables, assignments.
local function f(...) return ... end
print(f())
print(f(1))
print(f(1, nil, 3))
print((f(1, 2)))
local function count(...) return select("#", ...) end
print(count(), count(nil), count(nil, nil), count(1, nil))
local function pack(...) return { ... } end
print(#pack(1, 2, 3), pack("a", "b")[2])
local function first(...) local a, b = ... return a, b end
print(first(1))
print(first(1, 2, 3))
local function mixed(a, ...) return a, select("#", ...), ... end
print(mixed(1))
print(mixed(1, 2, 3))
