-- Calendar arithmetic with pure Lua and os.date.
local function leap(y) return y % 4 == 0 and (y % 100 ~= 0 or y % 400 == 0) end
local function days_from_civil(y, m, d)
  if m <= 2 then y = y - 1 end
  local era = y // 400
  local yoe = y - era * 400
  local doy = (153 * (m + (m > 2 and -3 or 9)) + 2) // 5 + d - 1
  local doe = yoe * 365 + yoe // 4 - yoe // 100 + doy
  return era * 146097 + doe - 719468
end
for _, d in ipairs { { 1970, 1, 1 }, { 2000, 2, 29 }, { 2024, 12, 31 }, { 1999, 3, 1 } } do
  local days = days_from_civil(table.unpack(d))
  print(days, os.date("!%Y-%m-%d %a", days * 86400), leap(d[1]))
end
