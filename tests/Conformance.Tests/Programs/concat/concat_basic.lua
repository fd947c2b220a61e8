-- Concatenation of strings and numbers.
print("a" .. "b" .. "c")
print("n=" .. 1, 1 .. "", 2.5 .. "|" .. -1)
print("" .. "", #("" .. ""))
print("a\0" .. "b\0", #("a\0" .. "b\0"))
local s = ""
for i = 1, 10 do s = s .. i .. "," end
print(s)
print(("x" .. "y"):upper() .. "z")
print(1e15 .. "", 2^53 .. "", 1e100 .. "")
