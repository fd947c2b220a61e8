-- Operands are evaluated left to right before concatenating.
local order = {}
local function v(x) order[#order + 1] = x return x end
print(v("a") .. v("b") .. v("c") .. v("d"))
print(table.concat(order, ","))
local n = 0
local function next_n() n = n + 1 return n end
print(next_n() .. "-" .. next_n() .. "-" .. next_n())
order = {}
local t = setmetatable({}, { __concat = function(a, b) order[#order + 1] = "concat" return "joined" end })
print(v("l") .. t .. v("r"))
print(table.concat(order, ","))
