-- return inside loops and blocks.
local function find(t, x)
  for i, v in ipairs(t) do
    if v == x then return i, "found" end
  end
  return nil, "missing"
end
print(find({ 5, 6, 7 }, 6))
print(find({ 5 }, 1))
local function w() while true do return "while" end end
local function r() repeat return "repeat" until true end
local function d() do return "do" end end
local function e(x) if x then return end return "after" end
print(w(), r(), d(), e(false), e(true))
print((function() for i = 1, 3 do if i == 2 then return i end end end)())
