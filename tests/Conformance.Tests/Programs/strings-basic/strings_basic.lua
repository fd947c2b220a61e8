print(#"", #"abc", #"\0x", "a\tb", "\65\066\x43\u{48}\u{20AC}", 'single', "it's", 'say "hi"')
print([[long
string]], [==[with ]] inside]==], "line1\
line2", "skip \z
       spaces")
print(("x"):byte(), ("abc"):byte(1, -1), ("abc"):byte(10), string.char(72, 105))
print(("hello"):sub(2, 4), ("hello"):sub(-3), ("hello"):sub(2), ("hello"):sub(0), ("hello"):sub(10), ("hello"):sub(-100, 2))
print(("Hello"):upper(), ("Hello"):lower(), ("abc"):reverse(), ("ab"):rep(3, "-"), ("x"):rep(0))
print(("hello world"):find("wor"), ("hello"):find("l", 1, true), ("hello"):find("xyz"), ("a.b"):find(".", 1, true), ("abc"):find("b", -1))
print(("key=val"):match("(%w+)=(%w+)"), ("abc123"):match("%d+"), ("  trim  "):match("^%s*(.-)%s*$"), ("x"):match("y"))
print(("hello"):gsub("l", "L"), ("hello"):gsub("l", "L", 1), ("abc"):gsub("%w", "%0%0"), ("abc"):gsub("", "-"))
print(("hello world"):gsub("%w+", function(w) return w:upper() end), ("$name is $age"):gsub("%$(%w+)", { name = "Bob", age = 42 }))
for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do print(k, v) end
print(string.format("%d %5d %-5d| %05d %x %X %o %c", 42, 42, 42, 42, 255, 255, 8, 65))
print(string.format("%f %.2f %e %g %g %g", 3.14159, 3.14159, 12345.678, 0.0001, 1e20, 100))
print(string.format("%s %10s %-10s| %.3s %q %%", "str", "right", "left", "truncate", 'quo"te\n'))
print(string.format("%s %s %s %s", nil, true, 1, 1.5), string.format("%i", 3.0))
print(pcall(string.format, "%d", 1.5))
print(pcall(string.format, "%d", "x"))
print(("%5.1f|%+d|% d|%#x"):format(2.25, 5, 5, 255))
print("a" .. "b" .. 1 .. 2.5 .. "c", 1 .. "", -1 .. "|")
print(("x"):len(), string.len("\0\0"))
print(tostring("s"), tostring(nil), tostring(true), tostring(12), tostring(1.50))
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "a\0b" < "a\0c", "\xff" > "a")
print(("test"):find("t", 2), ("f(a,b)"):match("%((.-)%)"), ("[[x]]"):gsub("[%[%]]", ""))
print(("THE (quick) fox"):find("%((%a+)%)"), ("abc"):gsub("b", "%%"), ("abc"):find("()b()"))
print(string.format("%-20s|", "pad"), string.format("%20s|", "pad"))
local parts = {}
for p in ("a,b,,c"):gmatch("([^,]*)") do parts[#parts + 1] = "[" .. p .. "]" end
print(table.concat(parts))
print(("%bxy"):len(), ("f(a(b)c)d"):match("%b()"), ("THE END"):match("%f[%a]%a+%f[%A]"))
