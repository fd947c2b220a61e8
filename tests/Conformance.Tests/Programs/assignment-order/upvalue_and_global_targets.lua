-- Mixed kinds of targets in one assignment.
local up = 1
local t = {}
local function set()
  up, glob, t.f, t[1] = "u", "g", "f", "i"
end
set()
print(up, glob, t.f, t[1])
local function rot() up, glob, t.f = glob, t.f, up end
rot()
print(up, glob, t.f)
rot()
print(up, glob, t.f)
