-- Records written and read back.
local fmt = "<I4 s2 d B"
local recs = { { 1, "first", 1.5, 7 }, { 2, "", -0.25, 255 }, { 4294967295, ("z"):rep(100), 1e100, 0 } }
local buf = {}
for _, r in ipairs(recs) do buf[#buf + 1] = string.pack(fmt, table.unpack(r)) end
local data = table.concat(buf)
print(#data)
local pos = 1
while pos <= #data do
  local id, name, v, flag
  id, name, v, flag, pos = string.unpack(fmt, data, pos)
  print(id, #name, v, flag, pos)
end
for _, v in ipairs { 0, 1, -1, math.maxinteger, math.mininteger } do
  print(v == string.unpack("<j", string.pack("<j", v)), v == string.unpack(">i8", string.pack(">i8", v)))
end
