-- Assignments happen right to left, visible through __newindex.
local log = {}
local t = setmetatable({}, { __newindex = function(_, k, v) log[#log + 1] = k .. "=" .. tostring(v) end })
t.a, t.b, t.c = 1, 2, 3
print(table.concat(log, " "))
log = {}
local function f() return "x", "y", "z" end
t.p, t.q, t.r = f()
print(table.concat(log, " "))
log = {}
t.m, t.n = 1
print(table.concat(log, " "))
