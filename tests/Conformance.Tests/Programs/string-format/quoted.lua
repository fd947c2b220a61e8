-- %q for strings, integers, floats, booleans, nil.
local f = string.format
print(f("%q", "plain"))
print(f("%q", 'say "hi"'))
print(f("%q", "back\\slash"))
print(f("%q", "line\nbreak"))
print(f("%q", "tab\tcr\rzero\0end"))
print(f("%q", "\0011\1"))
print(f("%q", "\200\255") == '"\200\255"')
print(f("%q", 42), f("%q", -7), f("%q", math.maxinteger), f("%q", math.mininteger))
print(f("%q", 0.5), f("%q", 1.0), f("%q", 1/0), f("%q", -1/0), f("%q", 2^53))
print(f("%q %q %q", true, false, nil))
