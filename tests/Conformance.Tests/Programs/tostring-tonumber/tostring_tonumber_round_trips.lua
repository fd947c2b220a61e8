-- Values survive tostring and tonumber.
for _, v in ipairs { 0, 1, -1, 255, math.maxinteger, math.mininteger, 0.5, -2.25, 1e100, 1e-100, 123456789.0, 2^40 } do
  local s = tostring(v)
  local back = tonumber(s)
  print(s, back == v, math.type(back) == math.type(v))
end
for _, s in ipairs { "12", "1.5", "1e+100", "-0.0", "1e-05" } do print(s, tostring(tonumber(s)) == s) end
print("string.format('%.17g', tonumber('0.1'))", string.format("%.17g", tonumber("0.1")))
print("tonumber('0.1') == 0.1", tonumber("0.1") == 0.1)
print("tonumber(string.format('%.17g', 1/3)) == 1/3", tonumber(string.format("%.17g", 1/3)) == 1/3)
