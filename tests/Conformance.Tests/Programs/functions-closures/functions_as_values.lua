-- Functions in tables, as keys, as results, compared.
local ops = {
  ["+"] = function(a, b) return a + b end,
  ["-"] = function(a, b) return a - b end,
  ["*"] = function(a, b) return a * b end,
}
for _, op in ipairs { "+", "-", "*" } do print("8 " .. op .. " 3", ops[op](8, 3)) end
local names = { [print] = "print", [ops["+"]] = "plus" }
print(names[print], names[ops["+"]], names[ops["-"]])
local function make() return function() end end
print(type(make()), make == make)
local apply = function(f, ...) return f(...) end
print(apply(math.max, 3, 9, 2), apply(string.rep, "ab", 2))
