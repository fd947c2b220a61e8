-- Floats as text by every conversion: signs, exponents, halves, the sizes where 14 digits round.
local vals = {0.0,-0.0,1.0,-1.0,0.1,0.2,0.1+0.2,1/3,2/3,100.0,1e15,1e14,1e16,123456789012345.0,1e20,1e21,1e22,1e100,1e-5,1e-4,0.0001,0.00012345,1.5e-7,
 2^53,2^53+1,2^63,-2^63,2^64,1e308,1.7976931348623157e308,5e-324,2.2250738585072014e-308,math.pi,-math.pi,math.huge,-math.huge,0/0,-(0/0),
 99999999999999.9,999999999999999.9,123456.789e3,3.14159265358979,1e14+0.5,0.30000000000000004,1e-10,12345678901234567890,0x7fffffffffffffff,0xffffffffffffffff,
 math.maxinteger,math.mininteger,1e15+0.3,4.35,4.349999999999999,0.5,1e1,123e-2, 9007199254740993.0, 314e-2,0.1e1,.5,5.,0x.8p1,0x1p-2,0xA.8,1e+5,1E5,0xep1,3e0 }
for i, v in ipairs(vals) do
  print(i, v, tostring(v), v .. "", ("%s"):format(v), table.concat({v}, ","), math.type(v), string.format("%.14g|%.17g|%g|%.3f|%5.1f|%a|%e", v, v, v, v, v, v, v))
end
