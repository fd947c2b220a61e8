-- Contextual words as fields, methods and constructor keys.
local obj = {}
function obj.type(x) return "type of " .. tostring(x) end
function obj:as(name) return name .. "!" end
function obj:is(x) return x == 1 end
obj.interface = { fun = { keyof = "deep" } }
print(obj.type(1), obj:as("n"), obj:is(1), obj:is(2))
print(obj.interface.fun.keyof)
local q = { as = 1, is = 2, type = 3, ["and"] = 4, ["end"] = 5 }
print(q.as + q.is + q.type + q["and"] + q["end"])
