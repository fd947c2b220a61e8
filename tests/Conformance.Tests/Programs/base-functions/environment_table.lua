-- _G as a normal table.
x_in_g = 5
print(_G.x_in_g, _G["x_in_g"], rawget(_G, "x_in_g"))
_G["dynamic_" .. "name"] = "dyn"
print(dynamic_name)
local names = {}
for k in pairs(_G) do if type(k) == "string" and k:match("^x_in_") then names[#names + 1] = k end end
print(#names, names[1])
local saved = print
local lines = {}
print = function(...) lines[#lines + 1] = select("#", ...) end
print("hidden", 1)
print = saved
print(#lines, lines[1])
local old_tostring = tostring
function double(x) return x * 2 end
local keep = double
double = function(x) return keep(x) + 1 end
print(double(5), tostring == old_tostring)
