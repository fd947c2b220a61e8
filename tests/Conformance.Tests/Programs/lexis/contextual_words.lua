-- Words that some dialects reserve remain ordinary names.
local interface, fun, is, readonly, keyof = 1, 2, 3, 4, 5
print(interface, fun, is, readonly, keyof)
local asserts, extends = "a", "e"
print(asserts .. extends)
local t = { type = "record", as = "alias", is = true, interface = 0, fun = 9, typeof = "x" }
print(t.type, t.as, t.is, t.interface, t.fun, t.typeof)
function t:is_a(x) return self.type == x end
function t.keyof(k) return "key " .. k end
print(t:is_a("record"), t.keyof("z"))
print(type(t), type(type))
local function readonly2(readonly) return readonly end
print(readonly2("param"))
t.extends = t.readonly
print(t.extends)
