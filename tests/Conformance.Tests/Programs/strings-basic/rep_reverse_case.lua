-- rep, reverse, lower, upper, len.
print(("ab"):rep(3), ("ab"):rep(1), ("ab"):rep(0) == "", ("ab"):rep(-1) == "")
print(("ab"):rep(3, ","), ("ab"):rep(1, ","), (""):rep(3, "-"), ("x"):rep(2, ""))
print(("abc"):reverse(), (""):reverse() == "", ("a\0b"):reverse():byte(1, -1))
print(("MiXeD 123"):lower(), ("MiXeD 123"):upper())
print(("é"):upper() == "é", ("ÀB"):lower())
print(("abc"):len(), (""):len(), ("a\0b"):len())
print(#("x"):rep(10000), #("xy"):rep(100, "--"))
print((("ab"):rep(3)):reverse():upper())
