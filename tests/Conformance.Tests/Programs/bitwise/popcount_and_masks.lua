-- Bit counting, rotation, reversing.
local function popcount(x)
  local n = 0
  while x ~= 0 do
    x = x & (x - 1)
    n = n + 1
  end
  return n
end
print(popcount(0), popcount(255), popcount(-1), popcount(math.mininteger))
local function rotl32(x, n) return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF end
print(string.format("%08x %08x", rotl32(0x12345678, 8), rotl32(0x80000001, 1)))
local function reverse8(b)
  local r = 0
  for i = 0, 7 do if b & (1 << i) ~= 0 then r = r | (1 << (7 - i)) end end
  return r
end
print(reverse8(1), reverse8(0xF0), reverse8(0x12))
local function bits(n, w)
  local t = {}
  for i = w - 1, 0, -1 do t[#t + 1] = (n >> i) & 1 end
  return table.concat(t)
end
print(bits(10, 8), bits(255, 8), bits(-2, 8))
