-- assert as value and as statement, in functions that nothing protects and in coroutines. Messages are tables: stock Lua puts a position before texts.
local function id(...) return ... end
local function sum(a, b) return assert(a) + assert(b, "never") end
print(sum(1, 2), sum(1.5, 2))
print(assert(1, 2, 3)) print((assert(1, 2, 3))) print(assert(id(4, 5)))
local x = assert("text") .. assert(7)
print(x, assert(x == "text7"), not assert(0), #assert("abc"), -assert(3))
for i = 1, 3 do assert(i < 4, "never") end
local calls = 0
local function message() calls = calls + 1 return { calls } end
assert(true, message()) print(calls)
local function fails(v) local r = assert(v, message()) return r end
local ok, e = pcall(fails, false) print(ok, e[1]) ok, e = pcall(fails, nil) print(ok, e[1]) print(pcall(fails, 0))
local function inner(v) assert(v, { "inner" }) return "after" end
local function outer(v) return inner(v), "outer" end
ok, e = pcall(function() return (outer(false)) end) print(ok, e[1])
local co = coroutine.create(function() local v = assert(coroutine.yield(1), message()) print("v", v) assert(coroutine.yield(2), { "in coroutine" }) end)
print(coroutine.resume(co)) print(coroutine.resume(co, "given")) ok, e = coroutine.resume(co, false) print(ok, e[1], coroutine.status(co))
print(pcall(assert)) print(select("#", pcall(function() assert() end))) ok, e = pcall(function() return assert(nil, nil) end) print(ok, e)
local list = {} for i = 1, 5 do list[#list + 1] = assert(i % 2 == 0 and i or i * 10) end print(table.concat(list, ","))
