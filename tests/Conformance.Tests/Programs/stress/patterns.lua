-- Patterns that cost much or go deep.
local a = ("a"):rep(70)
print(a:find(".-.-.-b"), a:match("a*a*a*b"))
print(#("x"):rep(100000):match("^.*$"), #("x"):rep(100000):match("^.-$"), ("x"):rep(100000):match("^.*y"))
print(#("x"):rep(100000):match("^x*"), ("x"):rep(100000):find("x-$"))
print((("(%a+) "):rep(30)):len(), (("ab "):rep(32)):match(("(%a+) "):rep(32)))
print(pcall(string.match, ("ab "):rep(33), ("(%a+) "):rep(33)))
print(pcall(string.match, ("a"):rep(100000), ("a?"):rep(100000) .. "b"))
print(#(("("):rep(100000) .. (")"):rep(100000)):match("%b()"))
print(pcall(string.find, "x", ("("):rep(1000)))
print(pcall(string.find, "x", ("["):rep(1000)))
local n = 0
for _ in ("word "):rep(100000):gmatch("%a+") do n = n + 1 end
print(n)
print(select(2, (" "):rep(100000):gsub("%s", "")), #(("k=v;"):rep(50000):gsub("(%w)=(%w)", "%2=%1")))
