-- Loops over gmatch with fewer, as many and more variables than the pattern has captures.
for k in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do io_write = (io_write or "") .. k .. ";" end
print(io_write)
for k, v in ("a=1, b=2, c="):gmatch("(%w+)=(%w*)") do print(k, v, #v) end
for k, v in ("one two"):gmatch("%a+") do print(k, v) end
for k, v, w in ("1-2-3 4-5-6"):gmatch("(%d)-(%d)-(%d)") do print(k, v, w) end
for k, v in ("1-2-3 4-5-6"):gmatch("(%d)-(%d)-(%d)") do print(k, v) end
for p, w in ("ab cd"):gmatch("()(%a+)") do print(p, w) end
for e in ("abc"):gmatch("") do print("empty", e == "") end
for k in ("hello"):gmatch("l*") do print("[" .. k .. "]") end
for k, v in ("nothing"):gmatch("(%d)(%d)") do print("never", k, v) end
local it = ("x1y2"):gmatch("(%a)(%d)")
print(it())
for a, b in it do print("rest", a, b) end
print(it())
print(pcall(function() for k in ("aaa"):gmatch("(a") do print(k) end end))
print(pcall(function() for k in ("aaa"):gmatch("%f") do print(k) end end))
print(pcall(function() for k in ("aaa"):gmatch("(()") do print(k) end end))
-- Bytes: none, one, two and more.
local s = "bytes"
print(s:byte(), s:byte(2), s:byte(-1), s:byte(9), s:byte(0))
print(s:byte(1, 2))
print(s:byte(2, 4))
print(s:byte(1, -1))
print(s:byte(4, 3))
print(select("#", s:byte(10, 20)), select("#", s:byte(1, 3)), select("#", s:byte(5, 9)))
local a, b, c, d = s:byte(4, 9)
print(a, b, c, d, (s:byte(1, 3)))
print(pcall(string.byte), pcall(string.byte, s, {}), pcall(string.byte, s, 1, "x"))
print(string.byte(7, 1), string.byte("", 1), ("x"):byte("1", "1"))
