-- table.sort with and without a comparison function.
local function show(t) print(table.concat(t, " ")) end
local t = { 5, 2, 8, 1, 9, 3 }
table.sort(t) show(t)
table.sort(t, function(a, b) return a > b end) show(t)
local w = { "pear", "apple", "fig" }
table.sort(w) show(w)
table.sort(w, function(a, b) return #a < #b end) print(w[1])
table.sort({}) table.sort({ 1 })
local m = { 1, 1.5, -2, 2^40, 0.5 }
table.sort(m) show(m)
print(select("#", table.sort({ 2, 1 })))
local same = { 3, 3, 3 } table.sort(same) show(same)
