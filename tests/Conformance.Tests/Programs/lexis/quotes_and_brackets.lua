-- Delimiters inside strings of the other kinds.
print("[[ not long ]]", '[[ neither ]]')
print([["double" and 'single']])
print("--not a comment", '--[[nor this]]', [[--nor that]])
print("]]" .. ']=]', [=[]]]=])
print("'", '"', '\'', "\"")
local t = {}
t["]"] = 1 t['['] = 2 t[ [=[']]=] ] = 3
print(t["]"], t["["], t["']"])
print("#", "%", "&", "~", "::")
