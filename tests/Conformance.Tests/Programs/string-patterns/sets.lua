-- Character sets, ranges, complements, odd members.
local function m(s, p) print(p, s:match(p)) end
m("hello123", "[a-z]+") m("hello123", "[^a-z]+") m("a-b", "[a%-]+") m("a-b", "[-a]+") m("a-b", "[a-]+")
m("x]y", "[]]") m("x]y", "[^]]+") m("a^b", "[b^]+") m("foo.bar", "[.]") m("50%", "[%%]") m("A_9", "[%w_]+")
m("a-z", "[a-]z") m("09af", "[%da-f]+") m("[x]", "[[]") m("tab\t", "[%s]") m("q!", "[%p]") m("xyz", "[x-z]*")
m("é", "[\xc3][\xa9]") m("b", "[%a-z]") m("-", "[%a-z]") m("a", "[^%s%d]")
