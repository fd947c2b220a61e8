-- The handler runs before the stack unwinds.
local log = {}
local state = "before"
local function work() state = "inside" error("fail", 0) end
print(xpcall(function() work() end, function(m) log[#log + 1] = m .. "@" .. state return m end))
print(table.concat(log))
local co = coroutine.wrap(function() return xpcall(function() error("in co", 0) end, function(m) return m .. " handled" end) end)
print(co())
print(select("#", xpcall(function() error({}) end, function(e) return e end)))
log = {}
xpcall(function() local t = nil; return t.x end, function(m) log[#log + 1] = m:match("attempt.*$") end)
print(log[1])
