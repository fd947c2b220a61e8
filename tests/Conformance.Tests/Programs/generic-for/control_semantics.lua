-- The loop ends on nil; false continues; loop variables are fresh.
local seq, n = { 1, false, "x" }, 0
local function it() n = n + 1 return seq[n] end
for v in it do print(v) end
local fs = {}
for i, v in ipairs { "a", "b" } do
  fs[i] = function() v = v .. i return v end
end
print(fs[1](), fs[1](), fs[2]())
for i, v in ipairs { 5, 6 } do i = i * 100 v = nil print(i, v) end
local i = "outer"
for i in ipairs { 1 } do print(i) end
print(i)
