-- tonumber of hexadecimal text, integers and floats.
local function show(s) local n = tonumber(s) print(s, n, math.type(n)) end
for _, s in ipairs { "0x10", "0XfF", "-0x1", "0x7fffffffffffffff", "0xffffffffffffffff", "0x1ffffffffffffffff", "0x.8", "0x1p4", "0xA.8p1", "0x1P-2", "0x.1p4", "0x1.", "-0x1p1" } do show(s) end
print("tonumber('0x')", tonumber("0x"))
print("tonumber('0xg')", tonumber("0xg"))
print("tonumber('0x1p')", tonumber("0x1p"))
print("tonumber('0x p1')", tonumber("0x p1"))
print("tonumber('x10')", tonumber("x10"))
print("tonumber('0x1.8.1')", tonumber("0x1.8.1"))
for i = 0, 255, 51 do print(i, tonumber(("0x%x"):format(i)), tonumber(("%X"):format(i), 16)) end
