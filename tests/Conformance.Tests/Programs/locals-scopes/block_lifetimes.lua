-- Each iteration has its own locals.
local fs = {}
for i = 1, 3 do
  local j = i * 10
  fs[#fs + 1] = function() j = j + 1 return i, j end
end
print(fs[1]())
print(fs[1]())
print(fs[2]())
print(fs[3]())
local gs, n = {}, 0
while n < 3 do
  n = n + 1
  local m = n
  gs[n] = function() return m, n end
end
print(gs[1]())
print(gs[3]())
local hs = {}
repeat
  local k = #hs + 1
  hs[k] = function() return k end
until k == 3
print(hs[1](), hs[2](), hs[3]())
