-- gmatch with and without captures, empty matches, anchors.
for w in ("one two  three"):gmatch("%S+") do print(w) end
for k, v in ("a=1;b=22;c="):gmatch("(%w+)=(%w*)") do print(k, v) end
for p in ("abc"):gmatch("()") do print("pos", p) end
local r = {}
for m in ("aXbX"):gmatch("X*") do r[#r + 1] = "[" .. m .. "]" end
print(table.concat(r))
r = {}
for c in ("héy"):gmatch(".") do r[#r + 1] = #c end
print(#r)
for a, b in ("12ab34cd"):gmatch("(%d)(%d)") do print(a + b) end
local it = ("xyz"):gmatch("%a")
print(it(), it(), it(), it())
for x in ("none"):gmatch("%d") do print("never") end
