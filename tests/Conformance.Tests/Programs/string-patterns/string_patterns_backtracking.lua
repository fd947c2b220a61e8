-- Patterns that need backtracking.
print(("aaab"):match("a*ab"), ("xaxbx"):match("x.-x"), ("xaxbx"):match("x.*x"))
print(("foo/bar/baz.txt"):match("([^/]+)%.(%w+)$"), ("foo/bar/baz.txt"):match("^(.*)/"))
print(("aabbcc"):match("(a+)(b+)(c+)"), ("key: a:b"):match("^(.-):%s*(.*)$"))
print(("aXbXc"):match("^(.*)X(.*)$"), ("aXbXc"):match("^(.-)X(.*)$"))
print(("1,234,567"):gsub(",", ""), ("1234567"):reverse():gsub("(%d%d%d)", "%1,"):reverse())
print(("/* c */ x /* d */"):gsub("/%*.-%*/", ""))
print(("abcabc"):match("(.-)(abc)$"), (("a"):rep(30)):match(("a?"):rep(10) .. ("a"):rep(10)) ~= nil)
