-- xpcall with handlers and extra arguments.
print(xpcall(function(a, b) return a + b end, print, 3, 4))
print(xpcall(function() error("oops", 0) end, function(m) return "handled: " .. m end))
print(xpcall(function(x) error(x) end, function(e) return type(e), "dropped" end, { 1 }))
print(xpcall(error, function(m) return m end, "direct"))
print(xpcall(function() local x = nil return x.y end, function(m) return (m:gsub("^.-:%d+: ", "")) end))
local depth = {}
local function h(m) depth[#depth + 1] = m return m .. "!" end
print(xpcall(function() local ok, e = xpcall(error, h, "in", 0) error("out:" .. tostring(e), 0) end, h))
print(table.concat(depth, " "))
print(xpcall(function() return "no error" end, function() return "never" end))
print(select("#", xpcall(function() end, print)))
