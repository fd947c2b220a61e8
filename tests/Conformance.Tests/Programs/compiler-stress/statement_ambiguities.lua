-- Statements whose start looks like the end of the previous one.
local f = function(x) return x end
local a = f;
(f)(1)
local t = {}
t.x = 5;
("x"):rep(3)
local s = "a";
(function() print("iife statement") end)()
print(s, t.x)
local b = a
do (print)("in do") end
local c = 1; (print)(c)
local x = 5 ;;; print(x)
goto over
do print("skipped") end
::over:: print("over") ::after:: ;
local y = { f, f }; (y[1])("call element")
print(#y)
