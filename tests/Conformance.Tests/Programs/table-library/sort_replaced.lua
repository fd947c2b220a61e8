-- A program may have a sort of its own under the name of the library's.
local library = table
local function show(label, list) print(label, library.concat(list, " ")) end
local function down(a, b) return a > b end

local list = { 3, 1, 2 }
table = { sort = function(t, order) print("mine", order(1, 2)) return library.sort(t, order) end }
table.sort(list, function(a, b) return a < b end)
show("replaced", list)
table.sort(list, down)
show("replaced", list)
table = library
table.sort(list, function(a, b) return a < b end)
show("restored", list)
table.sort(list, down)
show("restored", list)
