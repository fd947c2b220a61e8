-- # on strings counts bytes.
print(#"", #"abc", #"a\0b", #"é", #"\n")
local s = "hello"
print(#s, #s + 1, -#s, #s * #s)
print(#"abc" == 3, # "x" .. "y")
print(#("x"):rep(1000), #tostring(12345))
