-- gsub with string replacements.
print(("hello world"):gsub("o", "0")) print(("hello"):gsub("l", "L", 1)) print(("hello"):gsub("", "-"))
print(("abc"):gsub("%w", "%0%0")) print(("abc"):gsub("(%w)", "<%1>")) print(("a b"):gsub("(%w) (%w)", "%2 %1"))
print(("x"):gsub("x", "%%")) print(("50"):gsub("%d", "%0%%")) print(("abc"):gsub("b", "")) print(("abc"):gsub("z", "y"))
print(("abc"):gsub("%w", "x", 0)) print(("abc"):gsub("%w", "x", -1)) print(("abc"):gsub(".", "x", 2))
print(("abc def"):gsub("%f[%w]%w+", "W")) print(("  trim  "):gsub("^%s*(.-)%s*$", "%1"))
print((""):gsub("", "x")) print(("abc"):gsub("$", "!")) print(("a,b,,c"):gsub(",", ";")) print(("n5"):gsub("%d", 7))
print(("hello"):gsub("(l)(l)", "%2%1%0"))
