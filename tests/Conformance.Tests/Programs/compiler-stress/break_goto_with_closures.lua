-- break, goto and return out of blocks whose locals are captured.
local fs = {}
for i = 1, 10 do
  local v = i * i
  fs[#fs + 1] = function() v = v + 1 return v end
  if v > 8 then break end
  if v == 4 then goto continue end
  v = v + 100
  ::continue::
end
print(#fs, fs[1](), fs[2](), fs[3](), fs[2]())
local function find(t)
  for i, v in ipairs(t) do
    local f = function() return i, v end
    if v == "x" then return f end
  end
end
print(find { "a", "x", "b" }())
print(find { "a" })
do
  local k = 0
  ::again::
  local c = k
  fs[k + 1] = function() return c end
  k = k + 1
  if k < 3 then goto again end
end
print(fs[1](), fs[2](), fs[3]())
