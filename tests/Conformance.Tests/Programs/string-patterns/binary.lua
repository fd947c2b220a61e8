-- Patterns over bytes outside ASCII and zeros.
local s = "a\0b\0c"
print(#s, s:find("\0"), s:find("%z"), select(2, s:gsub("%z", "")), select(2, s:gsub("\0", "")))
print(("\xff\xfe"):match("[\xf0-\xff]+") == "\xff\xfe", ("\x80"):find("%a"), ("\x80"):find("[\x7f-\x81]"))
local parts = {}
for p in s:gmatch("[^\0]+") do parts[#parts + 1] = p end
print(table.concat(parts, ","))
local count = 0
for _ in ("日本語"):gmatch("[%z\1-\127\194-\244][\128-\191]*") do count = count + 1 end
print(count)
print(("x\0y"):rep(2):len(), ("a\0"):match("%a%z") == "a\0")
