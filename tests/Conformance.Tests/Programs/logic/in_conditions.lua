-- Logical operators in conditions and assignments to fields.
local function classify(n)
  if n < 0 and n % 2 == 0 then return "negative even"
  elseif n < 0 or n == 0 then return "non positive"
  elseif not (n % 2 == 0) and n > 10 then return "big odd"
  else return "other" end
end
for _, n in ipairs { -4, -3, 0, 3, 11, 12 } do print(n, classify(n)) end
local cfg = { debug = false }
local debug_on = cfg.debug == nil and true or cfg.debug
local level = cfg.level or "info"
print(debug_on, level)
local a, b = 0, nil
while not b and a < 3 do a = a + 1 b = a == 2 and "found" end
print(a, b)
