-- Numbers turn into text in concatenation and string functions.
print(1 .. 2, 1.0 .. "", 2^31 .. "", 10 // 3 .. "")
print(("x"):rep("3"), ("abc"):sub("2"), ("abc"):sub("2", 2.0))
print(string.len(12345), string.rep(7, 3), string.upper(1e3))
print(#(10 .. ""), #(1.5 .. ""))
print(table.concat({ 1, 2.5, "x", 3.0 }, "|"))
print(string.reverse(123), string.sub(98765, 2, 4))
local key = 1 .. ":" .. 2.0
print(key)
