-- \z skips the following run of white space, line breaks included.
local s = "first \z
           second \z

           third"
print(s)
print(#"a\z   b", "a\z   b")
print("end\z
")
print("no space after\zx")
local t = { "one\z
   two", 'x\z	 y' }
print(t[1], t[2])
