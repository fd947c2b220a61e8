-- sin cos tan asin acos atan deg rad.
local function f(x) return string.format("%.10f", x) end
print(f(math.sin(0)), f(math.sin(math.pi / 2)), f(math.sin(1)))
print(f(math.cos(0)), f(math.cos(math.pi)), f(math.cos(1)))
print(f(math.tan(0)), f(math.tan(math.pi / 4)))
print(f(math.asin(1)), f(math.acos(0)), f(math.acos(1)))
print(f(math.atan(1)), f(math.atan(1, 1)), f(math.atan(1, -1)), f(math.atan(-1, -1)), f(math.atan(-1, 1)), f(math.atan(0, -1)), f(math.atan(0, 1)))
print(f(math.deg(math.pi)), f(math.rad(180)), math.deg(0), math.rad(0))
print(string.format("%.14g", math.pi), math.type(math.sin(0)))
