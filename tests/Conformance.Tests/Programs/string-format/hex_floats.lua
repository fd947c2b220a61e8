-- %a and %A.
local f = string.format
print(f("%a %a %a", 1, 0.5, -2), f("%A", 255.5), f("%a", 0))
print(f("%.2a %.1a", 1.5, 1.25), f("%a", 1/3), f("%a", 2^-1074))
print(f("%a %a", 1/0, -1/0), f("%20a|%-20a|", 1, 1), f("%+a", 1))
