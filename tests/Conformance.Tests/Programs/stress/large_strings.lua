-- Strings of 50 MB.
local big = ("x"):rep(50 * 1000 * 1000)
print(#big, big:sub(-3), big:byte(25000000))
print(#(big .. "y"), (big .. "y"):sub(-2))
print(big:find("y", 1, true), #big:upper(), big == ("x"):rep(50000000))
print(#(("ab"):rep(10000000, ",")))
local s = "0123456789abcdef"
for _ = 1, 21 do s = s .. s end
print(#s, s:sub(1, 4), s:sub(-4))
local parts = {}
for i = 1, 200000 do parts[i] = "line " .. i end
print(#table.concat(parts, "\n"))
local text = ""
for i = 1, 20000 do text = text .. i .. ";" end
print(#text)
print(select(2, big:sub(1, 1000000):gsub("x", "yy")))
print(pcall(string.rep, "abc", math.maxinteger))
print(pcall(string.rep, "abc", math.maxinteger // 2, "sep"))
