-- Text of floats at the limits of %.14g.
for _, v in ipairs { 0.1, 1/3, 2/3, 100/3, 1e14, 1e15, 1e16, 123456789012345, 12345678901234.5, 0.0001, 0.00001, 1e-10, 3.14159265358979, 99999999999999.9, 5e-324, 1.7976931348623157e308, 2^63, -2^63, 0.30000000000000004 } do
  print(v, v .. "", string.format("%s", v))
end
local function text(v) return tostring(v) end
for e = -6, 6 do print(e, text(10.0 ^ e), text(1.5 * 10.0 ^ e)) end
for e = 12, 18 do print(e, text(10.0 ^ e), text(1.25 * 10.0 ^ e)) end
for _, v in ipairs { 0.5, 0.25, 0.125, 1 / 16, 1 / 1024 } do print(text(v), text(-v)) end
print(text(123456.7890625), text(1234567890123.5), text(0.1 + 0.7))
print(text(1e21), text(1e-300), text(2^1023))
