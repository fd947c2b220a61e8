-- Common rounding idioms.
local function round(x, n)
  local p = 10 ^ (n or 0)
  return math.floor(x * p + 0.5) / p
end
print(round(3.14159, 2), round(2.5), round(-2.5), round(1234.567, -2))
local function trunc(x) return x >= 0 and math.floor(x) or math.ceil(x) end
print(trunc(2.7), trunc(-2.7), trunc(0.0))
print(7.0 // 1, math.floor(7.9), math.ceil(7.1), math.floor(-7.9))
print(math.type(round(5)), math.type(math.floor(5.5)))
for _, x in ipairs { 0.5, 1.5, 2.5, -0.5, -1.5 } do print(x, string.format("%.0f", x), round(x)) end
