-- MD5 with 64-bit integers masked to 32 bits.
local K, R = {}, { 7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21 }
for i = 0, 63 do K[i] = math.floor(math.abs(math.sin(i + 1)) * 2^32) end
local function rotl(x, n) return ((x << n) | (x >> (32 - n))) & 0xffffffff end
local function md5(msg)
  local len = #msg * 8
  msg = msg .. "\128" .. ("\0"):rep((55 - #msg) % 64) .. string.pack("<I8", len)
  local a0, b0, c0, d0 = 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476
  for chunk = 1, #msg, 64 do
    local w = { string.unpack("<" .. ("I4"):rep(16), msg, chunk) }
    local a, b, c, d = a0, b0, c0, d0
    for i = 0, 63 do
      local f, g
      local round = i // 16
      if round == 0 then f, g = (b & c) | (~b & d), i
      elseif round == 1 then f, g = (d & b) | (~d & c), (5 * i + 1) % 16
      elseif round == 2 then f, g = b ~ c ~ d, (3 * i + 5) % 16
      else f, g = c ~ (b | ~d), (7 * i) % 16 end
      local sum = (a + f + K[i] + w[g + 1]) & 0xffffffff
      a, d, c, b = d, c, b, (b + rotl(sum, R[round * 4 + i % 4 + 1])) & 0xffffffff
    end
    a0, b0, c0, d0 = (a0 + a) & 0xffffffff, (b0 + b) & 0xffffffff, (c0 + c) & 0xffffffff, (d0 + d) & 0xffffffff
  end
  return (string.pack("<I4I4I4I4", a0, b0, c0, d0):gsub(".", function(ch) return ("%02x"):format(ch:byte()) end))
end
print(md5(""))
print(md5("abc"))
print(md5("The quick brown fox jumps over the lazy dog"))
print(md5(("a"):rep(200)))
