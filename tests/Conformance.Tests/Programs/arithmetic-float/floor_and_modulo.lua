-- Float floor division and modulo over a grid of values.
local values = { 5.5, -5.5, 2.0, -2.0, 0.5, 3 }
for _, a in ipairs(values) do
  for _, b in ipairs { 2, -2, 1.5, -0.5 } do
    local line = string.format("%g // %g = %g ; %% = %g", a, b, a // b, a % b)
    print(line)
  end
end
print(1e308 % 3, 5 % 1e308)
print(0.0 // 1, -0.0 // 1)
