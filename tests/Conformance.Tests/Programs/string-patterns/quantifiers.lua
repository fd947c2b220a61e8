-- * + - ? greedy and lazy.
local function m(s, p) print(p, s:match(p)) end
m("aaab", "a*") m("aaab", "a+") m("aaab", "a-") m("aaab", "a-b") m("aaab", "a?a?") m("b", "a*") m("b", "a+")
m("<<x>>", "<.*>") m("<a><b>", "<.->") m("<a><b>", "<(.-)>") m("abc", ".-c") m("abc", ".*b")
m("color colour", "colou?r") m("xy", "x*y*z*") m("", ".*") m("", ".+") m("a1b22", "%d+$")
m("aaa", "^a-$") m("foobar", "o*b") m("--x", "%-*x") m("12.50", "%d+%.?%d*")
