-- The same code over integers, floats and strings.
local function calc(a, b)
  local r = {}
  r[#r + 1] = a + b r[#r + 1] = a - b r[#r + 1] = a * b r[#r + 1] = a / b r[#r + 1] = a % b r[#r + 1] = a // b r[#r + 1] = -a
  for i = 1, #r do r[i] = tostring(r[i]) end
  return table.concat(r, " ")
end
print(calc(7, 2))
print(calc(7.0, 2))
print(calc(7, 2.0))
print(calc(-7, 2))
print(calc(7.5, -2))
print(calc("7", 2))
print(calc("7.5", "2"))
local function sum(t) local s = 0 for _, v in ipairs(t) do s = s + v end return s, math.type(s) end
print(sum { 1, 2, 3 })
print(sum { 1, 2.5, 3 })
print(sum { "1", 2 })
print(sum { 2^53, 1 })
print(sum { math.maxinteger, 1 })
local function loop(a, b, c) local n, last = 0 for i = a, b, c do n = n + 1 last = i end return n, last end
print(loop(1, 3, 1))
print(loop(1.0, 3, 1))
print(loop(1, 3.5, 1))
print(loop(3, 1, -0.5))
print(loop(1, 0, 1))
local x = 1
for _ = 1, 70 do x = x * 2 end
print(x)
x = 1.0
for _ = 1, 70 do x = x * 2 end
print(x)
