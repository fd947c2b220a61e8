-- Nested calls with multiple results in arguments.
local function two() return 1, 2 end
local function three() return "a", "b", "c" end
local function none() end
local function show(...) print(select("#", ...), ...) end
show(two(), three())
show(three(), two())
show((two()), (three()))
show(none())
show(none(), none())
show((none()))
show(two(), none())
show(none(), two())
show(two(), nil)
show(#{ two() }, #{ three(), two() }, #{ three(), none() })
show(math.max(two()), string.rep("x", two()), select(2, three()))
show(pcall(three))
show(table.unpack({ two(), three() }))
local t = { m = function(self, ...) return ... end }
show(t:m(three()))
show(t:m((three())))
show(t:m(two(), t:m(three())))
show(three(), "end")
show("start", three(), three())
show(#{ three(), k = two() }, ("%s%s"):format(three()))
