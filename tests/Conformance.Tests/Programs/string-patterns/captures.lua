-- Nested, empty, position captures and back references.
print(("key = value"):match("(%w+)%s*=%s*(%w+)"))
print(("2024-03-15"):match("(%d+)-(%d+)-(%d+)"))
print(("abc"):match("((a)(b(c)))"))
print(("hello"):match("()ll()"), ("hello"):find("(l)(l)"))
print(("abc"):match("()"), ("abc"):match("(x*)"), ("abc"):match(".-()$"))
print(('say "hi" or \'yo\''):match("([\"'])(.-)%1"))
print(("abab"):match("(ab)%1"), ("abac"):match("(ab)%1"), ("xx yy"):gsub("(%a)%1", "%1"))
print(("abc"):match("a(b)c", 1), ("abc"):match("(.)", -1), ("abc"):match("abc"))
