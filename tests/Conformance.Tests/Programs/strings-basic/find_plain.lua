-- string.find: plain, positions, init.
print(("hello world"):find("wor"), ("hello"):find("l"), ("hello"):find("xyz"))
print(("hello"):find("l", 4), ("hello"):find("l", 5), ("hello"):find("l", -2))
print(("a.b.c"):find(".", 1, true), ("a.b.c"):find("%."), ("a+b"):find("+", 1, true))
print(("hello"):find(""), ("hello"):find("", 3), ("hello"):find("", 6), ("hello"):find("", 7))
print((""):find(""), (""):find("a"), ("abc"):find("", 10))
print(("hello"):find("h", -100), ("aXb"):find("X", 2, true), ("aXb"):find("X", 3, true))
print(("x"):find("x", math.mininteger), ("x"):find("x", math.maxinteger))
print(("a\0b"):find("\0"), ("a\0b"):find("b", 1, true))
