-- Addition, multiplication and factorials of big integers.
local BASE, DIGITS = 10000000, 7
local function big(n)
  local r = {}
  if type(n) == "string" then
    for i = #n, 1, -DIGITS do r[#r + 1] = tonumber(n:sub(math.max(1, i - DIGITS + 1), i)) end
  else
    repeat r[#r + 1] = n % BASE n = n // BASE until n == 0
  end
  return r
end
local function str(a)
  local s = { tostring(a[#a]) }
  for i = #a - 1, 1, -1 do s[#s + 1] = ("%07d"):format(a[i]) end
  return table.concat(s)
end
local function add(a, b)
  local r, c = {}, 0
  for i = 1, math.max(#a, #b) do
    local s = (a[i] or 0) + (b[i] or 0) + c
    r[i], c = s % BASE, s // BASE
  end
  if c > 0 then r[#r + 1] = c end
  return r
end
local function mul(a, b)
  local r = {}
  for i = 1, #a + #b do r[i] = 0 end
  for i = 1, #a do
    local c = 0
    for j = 1, #b do
      local v = r[i + j - 1] + a[i] * b[j] + c
      r[i + j - 1], c = v % BASE, v // BASE
    end
    r[i + #b] = r[i + #b] + c
  end
  while #r > 1 and r[#r] == 0 do r[#r] = nil end
  return r
end
local f = big(1)
for i = 2, 40 do f = mul(f, big(i)) end
print(str(f))
local a, b = big(0), big(1)
for _ = 1, 200 do a, b = b, add(a, b) end
print(str(a))
print(str(mul(big("123456789012345678901234567890"), big("987654321098765432109876543210"))))
