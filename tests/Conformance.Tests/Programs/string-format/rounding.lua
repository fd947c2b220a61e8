-- Floats of every magnitude in every conversion: rounding to even at exact ties, carries into a new digit, the change to the exponent form.
local formats = { "%.0f", "%.1f", "%.3f", "%.18f", "%.19f", "%.25f", "%f", "%g", "%.1g", "%.3g", "%.14g", "%.17g", "%.18g", "%.30g", "%e", "%.0e", "%.2e", "%.20e", "%#.0f", "%#.0e", "%+G", "%E" }

local function show(value)
  local out = {}
  for i = 1, #formats do out[i] = string.format(formats[i], value) end
  print(table.concat(out, " "))
  print(value, -value, value .. "")
end

for _, value in ipairs({
  0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 0.0625, 2.125, 12.5, 0.25, 9.5, 99.5, 999.5, 9.95, 0.999, 0.9999999, 999999.5, 9999995.0, 99999.95,
  0.0001, 0.00009999, 0.000123456789, 1e-5, 123456.0, 1234567.0, 1e14, 1e15, 123456789012345.0, 99999999999999.5, 9007199254740993.0,
  1e16, 2 ^ 53, 2 ^ 62, 2 ^ 63, 2 ^ 64, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 2.5e20, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308,
  2 ^ -20, 2 ^ -30, 2 ^ -53, 1 / 3, 2 / 3, 1e100, 1e-100, 3.5, 1024.5, 4503599627370495.5,
}) do
  show(value)
end

-- The flag for trailing zeros; glibc loses them where the rounding carries into a new digit.
for _, value in ipairs({ 0.0, 1.0, 0.5, 100000.0, 123456.0, 1234567.0, 1e-4, 1.5e-5, 1e100 }) do
  print(string.format("%#g %#.3g %#.1g %#.14g", value, value, value, value))
end

-- Ties in every position.
for places = 1, 12 do
  for odd = 1, 5, 2 do
    local value = odd / 2 ^ places
    print(string.format("%." .. places - 1 .. "f %." .. places .. "f %." .. places + 1 .. "g", value, value, value))
  end
end

local seed = 42
for i = 1, 300 do
  seed = seed * 16807 % 2147483647
  local value = seed / 2147483647 * 10.0 ^ (i % 61 - 30)
  print(string.format("%.3f %.6g %.14g %.3e %.17g", value, value, value, value, value), value, tonumber(string.format("%.17g", value)) == value)
end

-- Decimal numerals with few and with many digits.
for _, text in ipairs({ "1", "-1", "0.5", "-.5", "5.", "-5.", ".", "-", "-.", "1.2.3", "123456789012345", "1234567890123456", "0.123456789012345", "-0.0", "-0",
  "00012", "1e5", " 12 ", "\t-3.25\n", "1 2", "+7", "+7.5", "9007199254740993", "9223372036854775807", "9223372036854775808", "12a", "" }) do
  print(text, tonumber(text), math.type(tonumber(text)))
end
