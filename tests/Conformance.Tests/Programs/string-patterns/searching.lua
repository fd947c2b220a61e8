-- Where a match begins and how much a repetition takes: runs that need giving back and runs that do not.
local function all(s, p)
  local out = {}
  for a, b in s:gmatch(p) do out[#out + 1] = b and (tostring(a) .. ":" .. tostring(b)) or tostring(a) end
  return #out .. " " .. table.concat(out, "|")
end

print(("key=value; other=thing; =bad; x=1"):find("(%w+)=(%w*)"))
print(all("key=value; other=thing; =bad; x=1", "(%w+)=(%w*)"))
print(("aaab"):match("a*b"), ("aaab"):match("a*ab"), ("aaab"):match("a-b"), ("aaab"):match("a+a"), ("aaa"):match("a*a$"), ("aaab"):match("a*$"))
print(("2024-05-06"):match("^(%d+)%-(%d+)%-(%d+)$"), ("2024-05-06x"):match("^(%d+)%-(%d+)%-(%d+)$"))
print(("[[nested]] text"):match("%[%[(.-)%]%]"), ("[a[b]c]"):match("%b[]"), ("((x)"):find("%b()"))
print(all("one,two,,three", "([^,]*)"))
print(all("THE (quick) fox", "%f[%a]%a+"))
print(("aXb"):find("%u"), ("abc"):find("%u"), ("abc"):find("b", 1, true), ("a.c"):find(".", 2, true), ("abc"):find("", 10), ("abc"):find("", 4))
print(("-12"):match("^-?%d+"), ("12"):match("^-?%d+"), ("--12"):match("^-?%d+"), ("a1"):match("%a?%d"), ("1"):match("%a?%d"), ("aa"):match("a?a"), ("a"):match("a?a"))
print(("hello hello"):match("(%w+) %1"), ("abab"):match("(a)(b)%1%2"), ("x"):match("()x()"))
print(("abc"):gsub("", "-"), ("abc"):gsub(".", "%0%0", 2), ("hello world"):gsub("o", { o = "0" }), ("abc"):gsub("%w", "%%%0"))
print(("abc"):gsub("b*", "-"), ("a.b.c"):gsub("%.", "/"), ("x = 1"):gsub("(%w+) = (%w+)", "%2 = %1"), ("abc"):gsub("(b)()", "%2"))
print(("  trim me  "):match("^%s*(.-)%s*$") .. "|", ("\0a\0b"):gsub("%z", "0"), ("a\0b"):find("\0", 1, true), ("\255\254"):match("[\254-\255]+") == "\255\254")
print(all("x^y", "^x"), all("^x", "^x"), ("a$b"):match("a$b"), ("a$"):match("a$$"), ("]x"):match("[]]x"), ("^x"):match("[%^]x"), ("a-b"):match("[a%-]+"), ("a-z"):match("[a-]+"))
print(("f(a,b)"):match("(%w+)%((.-)%)"), ("%d"):match("%%d"), ("tab\tx"):match("%c"), ("(foo)"):match("%((%a+)%)"))
print(pcall(string.find, "a", "[a"), pcall(string.find, "b", "a["), pcall(string.find, "a", "%"), pcall(string.find, "a", "(a"))
print(pcall(string.find, "a", "a)"), pcall(string.find, "a", "%1"), pcall(string.find, "a", "%b("), pcall(string.find, "a", "%fa"))
print(pcall(string.gsub, "a", "a", "%2"), pcall(string.gsub, "a", "a", "%x"), pcall(string.rep, "x", -1))
print(("x"):rep(300):match("x*y"), #("x"):rep(300):match("x*"), #("ab"):rep(200):match("(ab)") , (("ab"):rep(200):gsub("ab", "c")):len())
local s = ("key%d value "):rep(3)
print((s:gsub("%%d", function() return 7 end)), s:find("value", 10), s:find("%d"), select("#", s:find("(v)(a)(l)")))
for k, v in ("a=1, b=2"):gmatch("(%w)=(%w)") do print(k, v) end
