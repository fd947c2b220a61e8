-- Long bracket strings: levels, first newline dropped, no escapes.
local a = [[
first newline dropped]]
print(a)
local b = [[

one newline kept]]
print(#b, b)
print([[no \n escape \65 here]])
print([==[contains ]] and ]=] inside]==])
print([=[[[nested]]]=])
print(#[[]], #[==[]==])
local t = {[1]=[[v]], [ [[k]] ]=2}
print(t[1], t.k)
print([[a
b
c]])
