-- ^ and $ in different places.
print(("hello"):find("^h"), ("hello"):find("^e"), ("hello"):find("o$"), ("hello"):find("l$"))
print(("a^b"):find("^b", 1, true), ("a^b"):find("a^b"), ("a$b"):find("a$b"), ("a$"):find("%$$"))
print(("abc"):match("^(b)", 2), ("abc"):match("^b", 2), ("abc"):find("^", 2), ("abc"):find("$"))
print(("aaa"):gsub("^a", "x"), ("aaa"):gsub("a$", "x"), (""):gsub("^", "x"), ("ab"):gsub("$", "!"))
print(("^x"):match("%^x"), ("x$"):match("x%$"), ("x"):match("^$"), (""):match("^$"))
