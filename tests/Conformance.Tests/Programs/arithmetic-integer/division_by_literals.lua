-- // and % by literals and by variables, on both sides of zero and of 2^32.
local values = {
  0, 1, -1, 2, -2, 3, -3, 7, -7, 8, -8, 9, -9, 63, 64, 65, -63, -64, -65, 4294967295, 4294967296, 4294967297, -4294967295, -4294967296, -4294967297,
  math.maxinteger, math.maxinteger - 1, math.mininteger, math.mininteger + 1,
}
local function literals(n)
  return n // 1, n % 1, n // 2, n % 2, n // 8, n % 8, n // 3, n % 3, n // 10, n % 10, n // 64 % 4, n % 4294967296, n // 4294967296, n % 2147483647, n // -2, n % -2, n // -3, n % -3,
    n // 4611686018427387904, n % 4611686018427387904, n // 9223372036854775807, n % 9223372036854775807
end
local function variables(a, b) return a // b, a % b end
for i = 1, #values do
  local n = values[i]
  local x = n | 0
  print(n, literals(n))
  print(x // 16, x % 16, -x // 16, -x % 16, (x + 1) // 4 * 2, 1 + x % 32 * 2, x % 8 == 0, x // 2 < x)
end
for i = 1, #values do
  local out = {}
  for j = 2, #values do
    local q, r = variables(values[i], values[j])
    out[#out + 1] = q .. ":" .. r
  end
  print(table.concat(out, " "))
end
print(pcall(variables, 1, 0))
print(pcall(function(n) return n // 0 end, 1))
print(pcall(function(n) return n % 0 end, 1))
print(variables(7.5, 2), variables(-7.5, 2))
