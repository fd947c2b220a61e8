-- table.move: overlapping ranges, other tables.
local function show(t, n) local r = {} for i = 1, n or #t do r[i] = tostring(t[i]) end print(table.concat(r, " ")) end
local t = { 1, 2, 3, 4, 5 }
show(table.move(t, 2, 4, 1))
show(table.move({ 1, 2, 3, 4, 5 }, 1, 3, 3))
show(table.move({ 1, 2, 3 }, 1, 3, 2))
show(table.move({ 1, 2, 3 }, 2, 3, 1))
local dst = table.move({ "a", "b" }, 1, 2, 3, { "x", "y" })
show(dst)
show(table.move({ 1, 2, 3 }, 1, 0, 5), 3)
show(table.move({ 1, 2, 3 }, 3, 1, 1))
print(table.move(t, 1, 2, 1) == t)
local copy = table.move(t, 1, #t, 1, {})
print(#copy, copy ~= t)
show(table.move({ [-1] = "n", [0] = "z", "p" }, -1, 1, 1, {}), 3)
