-- print, tostring and string.format agree on numbers.
for _, v in ipairs { 0, -0.0, 1.0, 1e15, 123456789, 0.1, 1e-5, 2^63, -1e300, math.maxinteger, math.mininteger, 1/3 } do
  local a, b, c = tostring(v), ("%s"):format(v), v .. ""
  print(v, a == b and b == c, math.type(v))
end
print("#tostring(1/3)", #tostring(1/3))
print("tostring(100):rep(2)", tostring(100):rep(2))
print("tostring(1e2)", tostring(1e2))
for _, v in ipairs { true, false, "text", "" } do
  print(tostring(v), ("%s"):format(v))
end
print(tostring(nil), ("%s"):format(nil))
