-- A tail call takes no stack, but what it is given has to end somewhere.
local function f(...) return f(1, ...) end
print(pcall(f))

print(select("#", table.unpack({}, 1, 900000)), select("#", pcall(table.unpack, {}, 1, 900000)))
print(pcall(table.unpack, {}, 1, 2000000))
