-- CRC-32, Adler-32 and base64.
local crc_table = {}
for i = 0, 255 do
  local c = i
  for _ = 1, 8 do c = c & 1 == 1 and (c >> 1) ~ 0xEDB88320 or c >> 1 end
  crc_table[i] = c
end
local function crc32(s)
  local c = 0xffffffff
  for i = 1, #s do c = crc_table[(c ~ s:byte(i)) & 0xff] ~ (c >> 8) end
  return c ~ 0xffffffff
end
print(("%08x %08x"):format(crc32("123456789"), crc32("")))
local function adler(s) local a, b = 1, 0 for i = 1, #s do a = (a + s:byte(i)) % 65521 b = (b + a) % 65521 end return b << 16 | a end
print(("%08x"):format(adler("Wikipedia")))
local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
local function b64(s)
  return (s:gsub("..?.?", function(g)
    local a, b, c = g:byte(1, 3)
    local n = a << 16 | (b or 0) << 8 | (c or 0)
    local r = ""
    for i = 0, 3 do
      local k = n >> (18 - 6 * i) & 63
      r = r .. ((i > #g) and "=" or alphabet:sub(k + 1, k + 1))
    end
    return r
  end))
end
local function unb64(s)
  local out, n, bits = {}, 0, 0
  for ch in s:gmatch("[%w+/]") do
    n = (n << 6 | alphabet:find(ch, 1, true) - 1) & 0xffffff
    bits = bits + 6
    if bits >= 8 then bits = bits - 8 out[#out + 1] = string.char(n >> bits & 0xff) end
  end
  return table.concat(out)
end
for _, s in ipairs { "", "M", "Ma", "Man", "hello world" } do local e = b64(s) print(e, unb64(e) == s) end
