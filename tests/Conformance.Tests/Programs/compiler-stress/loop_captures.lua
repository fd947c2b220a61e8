-- Captured variables in all loop forms, assigned after capture.
local out = {}
for i = 1, 3 do
  local x = i
  out[#out + 1] = function() x = x + 1 return x end
  x = x * 10
end
print(out[1](), out[2](), out[3](), out[1]())
out = {}
for _, v in ipairs { "a", "b" } do
  local w = v
  out[#out + 1] = function(s) if s then w = s end return v .. w end
  v = v .. "!"
end
print(out[1](), out[2]("z"), out[1]("q"), out[2]())
out = {}
local i = 0
while i < 3 do
  i = i + 1
  local j = i
  out[i] = { get = function() return j end, set = function(n) j = n end }
end
out[1].set("changed")
print(out[1].get(), out[2].get(), out[3].get(), i)
out = {}
local k = 0
repeat
  local m = k
  k = k + 1
  out[k] = function() m = m + k return m end
until m >= 2
print(out[1](), out[1](), out[2](), out[3]())
