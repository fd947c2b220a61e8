-- Colon definitions and calls.
local obj = { n = 1 }
function obj:get() return self.n end
function obj.static(x) return x end
function obj:add(k, ...) self.n = self.n + k return self, ... end
print(obj:get(), obj.get(obj), obj.get({ n = 99 }))
print(obj.static(5), obj:static() == obj)
print(obj:add(2) == obj, obj.n)
print(select(2, obj:add(1, "extra")), obj.n)
print(obj:add(1):add(2):add(3):get())
local m = obj.get
print(m { n = "borrowed" }, obj["get"](obj))
