-- A backslash before a line break puts a newline into the string.
local s = "one\
two\
three"
print(s)
print(#s)
local n = select(2, s:gsub("\n", "\n"))
print("newlines", n)
print('x\
y' == "x\ny")
