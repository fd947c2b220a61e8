-- Dispatch on kind with a table of classes and visitors.
local registry = {}
local function define(kind, methods) methods.__index = methods registry[kind] = methods end
define("num", { eval = function(s) return s[1] end, show = function(s) return tostring(s[1]) end })
define("add", { eval = function(s) return s[1]:eval() + s[2]:eval() end, show = function(s) return "(" .. s[1]:show() .. " + " .. s[2]:show() .. ")" end })
define("mul", { eval = function(s) return s[1]:eval() * s[2]:eval() end, show = function(s) return s[1]:show() .. " * " .. s[2]:show() end })
local function make(kind, ...) return setmetatable({ ... }, registry[kind]) end
local e = make("mul", make("num", 2), make("add", make("num", 3), make("num", 4)))
print(e:show(), e:eval())
print(pcall(function() return make("num", 1):missing() end))
