-- # on sequences.
print(#{}, #{ 1 }, #{ 1, 2, 3 }, #{ n = 1 }, #{ 1, 2, x = 3, 4 })
local t = {}
for i = 1, 50 do t[i] = i end
print(#t)
for i = 50, 26, -1 do t[i] = nil end
print(#t)
t[#t + 1] = "more"
print(#t, t[26])
t.name = "x" t[0] = "zero" t[-1] = "neg"
print(#t)
t[#t] = nil
print(#t)
