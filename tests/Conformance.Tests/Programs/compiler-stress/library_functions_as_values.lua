-- Library functions stored, passed and called indirectly.
local ops = { string.upper, string.lower, string.reverse, string.len }
for _, f in ipairs(ops) do print(f("Hello")) end
local floor, insert, fmt = math.floor, table.insert, string.format
local t = {}
for i = 1, 3 do insert(t, fmt("%d", floor(i * 1.5))) end
print(table.concat(t, ","))
local function map(f, t) local r = {} for i, v in ipairs(t) do r[i] = f(v) end return r end
print(table.concat(map(math.abs, { -1, 2, -3 }), " "), table.concat(map(tostring, { 1, 2.0 }), " "), table.concat(map(math.type, { 1, 1.0 }), " "))
print(pcall(string.rep, "ab", 3), pcall(math.max, 1, 2), select("#", pcall(next, {})))
print(("x").rep == string.rep, ("x").rep("y", 2))
local env = { print = print, type = type, tostring = tostring }
env.print(env.type(env), env.tostring(nil))
local apply = function(name, ...) return string[name](...) end
print(apply("sub", "hello", 2, 3), apply("byte", "A"), apply("format", "%5.1f", 2.25))
local co = coroutine
print(co.wrap(function() co.yield(1) end)(), (co.resume(co.create(print), "printed by coroutine")))
