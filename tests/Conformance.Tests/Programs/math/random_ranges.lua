-- random respects its ranges; errors.
local ok = true
for _ = 1, 200 do
  local a, b, c, d = math.random(), math.random(6), math.random(-3, 3), math.random(5, 5)
  ok = ok and a >= 0 and a < 1 and b >= 1 and b <= 6 and c >= -3 and c <= 3 and d == 5
  ok = ok and math.type(a) == "float" and math.type(b) == "integer"
end
print(ok)
print(select(2, pcall(function() local r = math.random(2, 1) end)))
print(select(2, pcall(function() local r = math.random(1, 2, 3) end)))
print(select(2, pcall(function() local r = math.random(1.5) end)))
print(select(2, pcall(function() local r = math.random("x") end)))
print(math.type(math.random(math.mininteger, -1)), math.random(1))
math.randomseed(42)
local seen, n = {}, 0
for _ = 1, 100 do local v = math.random(3) if not seen[v] then seen[v] = true n = n + 1 end end
print(n)
