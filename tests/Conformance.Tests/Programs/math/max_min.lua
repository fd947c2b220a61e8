-- max and min keep the subtype of the chosen argument.
local function show(v) print(v, math.type(v)) end
show(math.max(1, 2, 3))
show(math.min(1, 2, 3))
show(math.max(1, 2.5))
show(math.max(2, 2.0))
show(math.max(2.0, 2))
show(math.min(5))
show(math.max(-0.0, 0))
show(math.max(math.maxinteger, math.huge))
show(math.min(math.mininteger, -math.huge))
show(math.min(1, -1.5, 2))
print(select(2, pcall(function() local m = math.max() end)))
print(math.max(table.unpack { 3, 9, 2 }))
