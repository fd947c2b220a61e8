-- %b matches balanced delimiters.
print(("f(a(b)c)d"):match("%b()"), ("((x)"):match("%b()"), ("x)("):match("%b()"))
print(("{a{b}}{c}"):gsub("%b{}", "B"), ("a [b [c] d] e"):match("%b[]"))
print(("if x then y end"):match("%bie"), ("<<>><"):match("%b<>"), ("''q''"):match("%b''"))
for w in ("(a)(b(c))"):gmatch("%b()") do print(w) end
print(("f(1,2)"):match("(%w+)(%b())"), ("x(1)"):find("%b()"))
