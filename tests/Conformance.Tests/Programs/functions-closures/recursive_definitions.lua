-- Mutual recursion through locals, fields and globals.
local even, odd
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(10), odd(7), even(7))
local M = {}
function M.ping(n, log) log[#log + 1] = "ping" .. n if n > 0 then return M.pong(n - 1, log) end return log end
function M.pong(n, log) log[#log + 1] = "pong" .. n if n > 0 then return M.ping(n - 1, log) end return log end
print(table.concat(M.ping(3, {}), " "))
function gfib(n) if n < 2 then return n end return gfib(n - 1) + gfib(n - 2) end
print(gfib(15))
local old = gfib
gfib = function(n) return "replaced " .. n end
print(old(5 - 4), gfib(1))
