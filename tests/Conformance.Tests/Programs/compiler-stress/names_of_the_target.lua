-- Names that mean something to the target language.
local class, public, static, void, int, new, this, base, null, var = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
print(class + public + static + void + int + new + this + base + null + var)
local namespace, using, async, await, object, params, ref, out, lock, event = "n", "u", "a", "w", "o", "p", "r", "t", "l", "e"
print(namespace .. using .. async .. await .. object .. params .. ref .. out .. lock .. event)
local function delegate(checked, fixed) local try, catch, finally, throw = checked, fixed, nil, true return try, catch, finally, throw end
print(delegate("checked", "fixed"))
local t = { class = 1, ["switch"] = 2, default = 3, continue = 4, System = 5, Console = 6, value = 7, ToString = 8, Equals = 9 }
print(t.class, t.switch, t.default, t.continue, t.System, t.Console, t.value, t.ToString, t.Equals, t.GetHashCode)
function t:GetType(string2) return self.value, string2 end
print(t:GetType("x"))
decimal = 1.5 double = 2 long = 3 readonly_ = 4
print(decimal, double, long, readonly_)
local __a, _1, a_, A, a = 1, 2, 3, 4, 5
print(__a, _1, a_, A, a)
