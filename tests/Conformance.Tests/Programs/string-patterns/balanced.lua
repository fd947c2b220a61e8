-- %b matches balanced delimiters.
print("('f(a(b)c)d'):match('%b()')", ("f(a(b)c)d"):match("%b()"))
print("('((x)'):match('%b()')", ("((x)"):match("%b()"))
print("('x)('):match('%b()')", ("x)("):match("%b()"))
print("('{a{b}}{c}'):gsub('%b{}', 'B')", ("{a{b}}{c}"):gsub("%b{}", "B"))
print("('a [b [c] d] e'):match('%b[]')", ("a [b [c] d] e"):match("%b[]"))
print("('if x then y end'):match('%bie')", ("if x then y end"):match("%bie"))
print("('<<>><'):match('%b<>')", ("<<>><"):match("%b<>"))
print(("''q''"):match("%b''"))
for w in ("(a)(b(c))"):gmatch("%b()") do print(w) end
print("('f(1,2)'):match('(%w+)(%b())')", ("f(1,2)"):match("(%w+)(%b())"))
print("('x(1)'):find('%b()')", ("x(1)"):find("%b()"))
