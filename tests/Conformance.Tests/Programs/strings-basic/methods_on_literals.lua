-- Methods on string values of all origins.
print(("lit"):upper(), ([[long]]):len(), ('q'):rep(2))
local t = { name = "field" }
print(t.name:upper(), t["name"]:sub(1, 2))
local function f() return "result" end
print(f():sub(-3), (f()):len())
print(("a" .. "b"):upper(), tostring(12):rep(2))
print(#("x"):rep(3), -("5"):len(), not ("x"):find("y"))
for c in ("xyz"):gmatch(".") do print(c:upper()) end
print(("x").rep("y", 3), ("").format("%d", 3))
