-- %s with widths, precision, embedded zeros and any value.
local f = string.format
print(f("%s %s %s %s", "a", 1, 1.5, nil), f("%s %s", true, false))
print(f("[%5s] [%-5s] [%.2s] [%5.1s]", "abc", "abc", "abc", "abc"))
print(f("[%3s] [%.0s] [%.10s]", "long string", "x", "short"))
print(#f("%s", "a\0b"), f("%s", setmetatable({}, { __tostring = function() return "meta" end })))
print(f("%%"), f("100%%"), f("%s%%", 50), f("no directives"))
print(#f("%s", ("x"):rep(500)), f("%-8s|%8s|", "l", "r"))
print(f("%s", 10 // 1), f("%s", 2^31), f("%s %s", "two", "args", "extra ignored"))
